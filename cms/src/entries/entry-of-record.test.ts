import { describe, expect, it } from 'vitest';
import { emptyEntry } from '../domain/entry/empty-entry.ts';
import type { FormContact } from '../domain/entry/entry-form.ts';
import { agreedContacts, toDocument, type AssociationRecord, type StoredContact } from './entry-of-record.ts';

const stored: StoredContact = {
  role: 'Présidence',
  name: 'Anne',
  phone: '+33536490001',
  email: 'anne@example.org',
  web: true,
  print: false,
  professionals: false,
  openData: false,
  consentDate: '2025-06-02',
  consentSource: 'courriel',
};
const { consentDate: _date, consentSource: _source, ...form } = stored;
const today = { day: '2026-07-15', source: 'formulaire en ligne' } as const;
const agreementOf = (contact: Partial<FormContact>, known: StoredContact[] = [stored]) => {
  const [agreed] = agreedContacts([{ ...form, ...contact }], known, today);
  return [agreed?.consentDate, agreed?.consentSource];
};

describe('the agreement of a contact', () => {
  it('stays what it was when nothing that it is about changes', () => {
    expect(agreementOf({})).toEqual(['2025-06-02', 'courriel']);
    expect(agreementOf({ role: 'Trésor' })).toEqual(['2025-06-02', 'courriel']);
    expect(agreementOf({ email: '' })).toEqual(['2025-06-02', 'courriel']);
    expect(agreementOf({ web: false })).toEqual(['2025-06-02', 'courriel']);
  });

  it('is that of this answer for a new box, person, number or contact', () => {
    for (const change of [
      { print: true },
      { name: 'Zoé' },
      { phone: '+33536490009' },
      { phone: '+33536490009', email: '' },
    ]) {
      expect(agreementOf(change)).toEqual(['2026-07-15', 'formulaire en ligne']);
    }
    expect(agreementOf({}, [])).toEqual(['2026-07-15', 'formulaire en ligne']);
  });

  it('is none where nothing is agreed to', () => {
    expect(agreementOf({ web: false }, [])).toEqual([null, null]);
    expect(agreementOf({ name: 'Zoé', web: false })).toEqual([null, null]);
  });
});

describe('what is written', () => {
  const record: AssociationRecord = {
    id: 1,
    documentId: 'abc',
    name: 'A',
    slug: 'a',
    rnaId: null,
    verifiedOn: null,
    contacts: [stored],
    address: { latitude: 45.1, longitude: -0.4 },
    logo: { id: 3, url: '/uploads/a.png' },
  };
  const address = { street: '1 rue Haute', complement: '', postalCode: '33620', city: 'Ici', public: true };
  const current = { ...emptyEntry(), address };

  it('is what is asked for, empty texts as nothing', () => {
    const entry = { ...current, acronym: '', summary: 'Un.', logo: { choice: 'keep' as const } };
    expect(toDocument(entry, ['summary', 'acronym', 'logo', 'accessibility'], record, current, today, null)).toEqual({
      summary: 'Un.',
      acronym: null,
      accessibility: null,
    });
    expect(toDocument({ ...current, logo: { choice: 'none' } }, ['logo'], record, current, today, null)).toEqual({
      logo: null,
    });
  });

  it('keeps the coordinates of an address that stays, and not those of another', () => {
    const written = (change: Partial<typeof address>) =>
      toDocument({ ...current, address: { ...address, ...change } }, ['address'], record, current, today, null)[
        'address'
      ];
    expect(written({ public: false, complement: 'Bât. B' })).toMatchObject({
      latitude: 45.1,
      longitude: -0.4,
      public: false,
    });
    expect(written({ street: '2 rue Basse' })).toMatchObject({ latitude: null, longitude: null });
    expect(written({ street: '', postalCode: '', city: '' })).toBeNull();
  });
});
