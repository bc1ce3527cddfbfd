import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { expect, it } from 'vitest';
import { nameOf } from './shared-picture.ts';

it('gives each picture a name of its own, in which nobody reads a number', () => {
  const names = Array.from({ length: 30_000 }, (_, at) => nameOf(`drawing ${at}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^lien-[a-p]{20}\.png$/);
  const found = noContacts();
  collectContacts(names.map((name) => `/_trame/medias/${name}`).join('\n'), found);
  expect(found).toEqual(noContacts());
});
