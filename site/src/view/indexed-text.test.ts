import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { indexedText } from './indexed-text.ts';

const phonesIn = (text: string): string[] => {
  const contacts = noContacts();
  collectContacts(text, contacts);
  return [...contacts.phones].sort();
};

describe('the words of several texts', () => {
  it.each([
    [['Lotos', '06.12', '13.12'], 'lotos 06 12 | 13 12'],
    [['Les 06/12, 13/12 et 20/12'], '06 12 | 13 12 | 20 12'],
    [['06 39\n98'], '06 39 | 98'],
    [['Appelez le 05 36 49 01 02'], 'appelez 05 36 49 01 02'],
    [['12 salles', '3 jours'], '12 salles 3 jours'],
    [['Saison 2025-2026'], 'saison 2025 2026'],
    [['Hip-hop'], 'hip hop hiphop'],
  ])('of %j part numbers that were parted', (texts, text) => expect(indexedText(texts)).toBe(text));
});

test.each([
  'Ateliers de poterie les 05-12-19-26 janvier',
  'Stages les 07-14-21-28 mars.',
  'Renseignements en mairie : 05 36 49 13 34/05 36 49 13 35',
  'Contacts : 05 36 49 13 36-06 39 98 77 12',
  '05.36.49.13.36-06.39.98.77.12',
  'Séances 08.00-09.00 08.00-09.00.',
  'Les 06/09 13/09 20/09 27/09 04/10',
  'Marchés : 03.08 / 10.08 / 17.08 / 24.08 / 31.08',
  'Les 07/03, 14/03, 21/03. 28/03. 04/04.',
])('« %s » says no number in the index that it does not say itself', (text) => {
  const said = phonesIn(text);
  expect(phonesIn(indexedText([text])).filter((phone) => !said.includes(phone))).toEqual([]);
});

test('whatever is written, the index says no number that is not written there', () => {
  const part = fc.oneof(
    fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0')),
    fc.constantFrom('les', 'et', '2026', '18h', '05 36 49 13 34'),
  );
  const sign = fc.constantFrom(' ', '-', '/', '.', ', ', ' / ', ' - ', '. ', '–', ' et ');
  fc.assert(
    fc.property(fc.array(fc.tuple(part, sign), { minLength: 4, maxLength: 14 }), (parts) => {
      const text = parts.flat().join('');
      const said = phonesIn(text);
      expect(phonesIn(indexedText([text])).filter((phone) => !said.includes(phone))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
