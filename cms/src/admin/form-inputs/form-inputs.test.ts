import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MARKED, markInputs } from './form-inputs.ts';

interface Schema {
  attributes: Record<string, { type: string; pluginOptions?: { trame?: { input?: string } } }>;
}

const SOURCE = path.join(import.meta.dirname, '../..');
const schemas = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:api\/.*schema|components\/.*)\.json$/.test(file))
  .map((file) => [file, JSON.parse(readFileSync(path.join(SOURCE, file), 'utf8')) as Schema] as const);

const marked = schemas.flatMap(([file, { attributes }]) =>
  Object.entries(attributes).flatMap(([name, { pluginOptions }]) =>
    pluginOptions?.trame?.input === undefined ? [] : [{ file, name, input: pluginOptions.trame.input }],
  ),
);

test('every telephone and every colour that a form of Strapi’s asks for has its input', () => {
  const called = schemas.flatMap(([file, { attributes }]) =>
    Object.entries(attributes)
      .filter(([name, { type }]) => type === 'string' && /phone|colour$/i.test(name))
      .map(([name]) => `${file} ${name}`),
  );
  expect(marked.map(({ file, name }) => `${file} ${name}`).sort()).toEqual(called.sort());
  expect(marked.every(({ input }) => Object.hasOwn(MARKED, input))).toBe(true);
});

test('fields are marked in a type and in its components, and nothing else changes', () => {
  const phone = { type: 'string', name: 'phone', attribute: { pluginOptions: { trame: { input: 'phone' } } } };
  const plain = { type: 'string', name: 'name', attribute: {} };
  const edit = {
    settings: {},
    layout: [[[phone, plain]]],
    components: { 'contact.contact': { layout: [[plain], [phone]], settings: {} } },
  };
  const found = markInputs(edit);
  expect(found.layout).toEqual([[[{ ...phone, type: 'trame-phone' }, plain]]]);
  expect(found.components['contact.contact']?.layout).toEqual([[plain], [{ ...phone, type: 'trame-phone' }]]);
  expect(edit.layout[0]?.[0]?.[0]?.type).toBe('string'); // Strapi keeps its own
});
