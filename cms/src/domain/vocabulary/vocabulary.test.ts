import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defineVocabulary } from './vocabulary.ts';

test('refuses a value that stands twice, and an empty list', () => {
  expect(() =>
    defineVocabulary([
      { value: 'a', label: 'A' },
      { value: 'a', label: 'B' },
    ]),
  ).toThrow();
  expect(() => defineVocabulary([])).toThrow();
});

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.startsWith('vocabulary'));

test.each(files)('%s holds terms that an editor can read', async (file) => {
  const module = (await import(`./${file}`)) as Record<string, unknown>;
  const vocabularies = Object.values(module).filter(
    (v): v is ReturnType<typeof defineVocabulary> => typeof v === 'object' && v !== null && 'terms' in v,
  );
  expect(vocabularies).toHaveLength(1);
  for (const { value, label } of vocabularies[0]!.terms) {
    expect(value).toBe(value.normalize('NFC').trim());
    expect(label).toMatch(/^\p{L}/u);
  }
});
