import { describe, expect, it } from 'vitest';
import { PlainError } from '../lib/plain-error.ts';
import { readOptions } from './cli.ts';
import { answerInWords, exitCodeOf } from './messages.ts';

describe('the options of pnpm import', () => {
  it('are read, with the separator of pnpm or without', () => {
    expect(readOptions(['liste.xlsx'])).toEqual({ file: 'liste.xlsx', apply: false, publish: false });
    expect(readOptions(['--', 'a b.csv', '--dry-run'])).toEqual({ file: 'a b.csv', apply: false, publish: false });
    expect(readOptions(['--apply', '--publish', 'rna.zip'])).toEqual({ file: 'rna.zip', apply: true, publish: true });
    expect(readOptions(['-h'])).toBeNull();
  });

  it.each([
    [[], 'Indiquez un fichier'],
    [['a.csv', 'b.csv'], 'Un seul fichier'],
    [['a.csv', '--apply', '--dry-run'], 'pas les deux'],
    [['a.csv', '--publish'], '--apply'],
    [['a.csv', '--force'], 'Option inconnue'],
  ])('are refused in a sentence: %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(PlainError);
    expect(() => readOptions(args)).toThrow(words);
  });
});

describe('what it says', () => {
  const left = Array.from({ length: 22 }, (_, rank) => ({
    line: rank + 2,
    name: rank === 0 ? '' : 'Foyer',
    reason: 'Non.',
  }));
  const answer = {
    kind: 'applied',
    source: 'rna',
    remarks: ['Lu.'],
    created: 2,
    changed: 1,
    published: 0,
    same: 4,
    older: 3,
    left,
  } as const;

  it('counts, and names the first lines that were left', () => {
    const lines = answerInWords(answer).map((line) => line.replace(/\s/g, ' '));
    expect(lines).toContain('Fait : 2 fiches créées, 1 modifiée, 4 inchangées, 0 mise en ligne.');
    expect(lines).toContain('  ligne 2 : Non.');
    expect(lines).toContain('  ligne 3, Foyer : Non.');
    expect(lines.at(-1)).toBe('  … et 2 autres.');
    expect(
      answerInWords({ ...answer, kind: 'planned', left: [] })
        .join(' ')
        .replace(/\s/g, ' '),
    ).toContain('Ce qui serait fait : 2 fiches à créer, 1 à modifier, 4 inchangées.');
  });

  it('ends with a code that tells whether lines are left', () => {
    expect([exitCodeOf({ left: [] }), exitCodeOf(answer)]).toEqual([0, 3]);
  });
});
