/** Letters on paper: each text of an entry, with what nobody may read; and the number that the association may. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailSpellings,
  holdsEmail,
  holdsPhone,
  oddEmailSpellings,
  oddPhoneSpellings,
  phoneSpellings,
} from '../../associations/withdrawals/testing/spellings.ts';
import { LettersExport } from '../../domain/contract/press/letters.ts';
import { emptyEntry } from '../../domain/entry/empty-entry.ts';
import type { EntryForm, FormContact } from '../../domain/entry/entry-form.ts';
import { formatPhone } from '../../domain/phone.ts';
import { indexWithheld, type KnownContact } from '../../domain/withheld-index.ts';
import { composeLetters } from './compose-letters.ts';

const PHONE = '+33639980012';
const EMAIL = 'marie.durand@example.org';
const LINK = 'https://asso.example.org/ma-fiche/#abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE';

const contact = (more: Partial<FormContact> = {}): FormContact => ({
  ...{ role: 'Présidence', name: 'Marie Durand', phone: PHONE, email: EMAIL },
  ...{ web: false, print: false, professionals: false, openData: false, ...more },
});

/** An entry whose every text that anybody types says `said`. */
const entrySaying = (said: string, contacts: readonly FormContact[]): EntryForm => ({
  ...emptyEntry(),
  ...{ name: said, acronym: said, summary: said, description: said, howToJoin: said, volunteersNote: said },
  ...{ website: said, networks: [{ network: 'facebook', url: said }] },
  themes: ['a'],
  address: { street: said, complement: said, postalCode: '33390', city: said, public: false },
  accessibility: { ...emptyEntry().accessibility, note: said },
  activities: [
    {
      ...{ label: said, description: said, price: said, place: said, season: said, communeCode: '33058' },
      ...{ ageMin: 4, ageMinUnit: 'ans', ageMax: null, ageMaxUnit: 'ans' },
      slots: [{ day: 'mercredi', begin: '14:00', end: '', note: said }],
    },
  ],
  contacts: contacts.map((one) => ({ ...one, role: said, name: said })),
});

const compose = (said: string, contacts: readonly FormContact[], known: readonly KnownContact[]) =>
  LettersExport.parse(
    composeLetters(
      { documentId: 'campagne', title: `Campagne ${said}`, closesOn: null },
      [
        {
          request: { documentId: 'demande', associationId: 'club', associationName: said },
          entry: entrySaying(said, contacts),
          link: { url: LINK, code: 'K7QF-29XM-TWDA' },
          townHall: null,
        },
      ],
      {
        ...{ theme: () => said, audience: () => said, commune: () => said, communeOfCode: () => said },
        phone: formatPhone,
      },
      {
        settings: {
          office: { name: said, address: said, phone: '05 57 00 00 00', email: 'office@example.org' },
          season: said,
        },
        // Braces are variables of it.
        written: `Bonjour {association}\n\n${said.replace(/[{}]/g, '')}`,
        today: '2026-09-01',
        withheld: indexWithheld('print', known),
      },
    ),
  );
const bytesOf = (letters: LettersExport) => JSON.stringify(letters).replaceAll(LINK, '');
const hidden = (owner: string): KnownContact => ({ owner, phone: PHONE, email: EMAIL, shown: false });

describe('a letter on paper', () => {
  const spelling = fc.oneof(
    phoneSpellings(PHONE),
    emailSpellings(EMAIL),
    oddPhoneSpellings(PHONE),
    oddEmailSpellings(EMAIL),
  );

  it.each([
    ['of its own contact that agreed to nothing', 'club', [contact()]],
    ['of a contact of somebody else', 'voisins', []],
  ])('says no number or address %s, in any text and spelling', (_whose, owner, contacts) => {
    for (const { text } of fc.sample(spelling, { numRuns: 200, seed: 49 })) {
      const letters = compose(`Club ${text} de Blaye`, contacts, [hidden(owner)]);
      const bytes = bytesOf(letters);
      expect(indexWithheld('print', [hidden(owner)]).find(bytes), text).toEqual([]);
      expect(holdsPhone(bytes, PHONE) || holdsEmail(bytes, EMAIL), text).toBe(false);
      expect(letters.letters[0]).toMatchObject({ link: LINK, code: 'K7QF-29XM-TWDA' });
    }
  });

  it('says to an association in full whom it gave for something, wherever', () => {
    const said = `Club ${formatPhone(PHONE)}`;
    const letters = compose(said, [contact({ professionals: true })], [hidden('club')]);
    expect(letters.letters[0]?.contacts[0]?.words).toContain(formatPhone(PHONE));
    expect(letters.letters[0]?.association).toBe(said);
    // The campaign is not the association's own.
    expect(letters.campaign.title).not.toContain(formatPhone(PHONE));
  });
});
