import { describe, expect, it } from 'vitest';
import {
  contentOfOffice,
  entryOfOffice,
  officeAttributes,
  officeFaults,
  officeFormOf,
  tidyOffice,
} from './office-form.ts';

const TODAY = '2026-11-29';
const AGREED = { web: true, print: false, professionals: false, openData: false };
const content = {
  name: 'Judo club',
  summary: 'Du judo pour tous les âges, au dojo de la vallée.',
  themes: ['t1'],
  activities: [
    {
      label: 'Éveil',
      slots: [{ day: 'mercredi', begin: '15:15:00', end: '16:30:00.000', note: null }],
      ageMin: 4,
      ageMinUnit: null,
    },
  ],
  contacts: [
    {
      role: null,
      name: null,
      phone: '+33536490011',
      email: null,
      ...AGREED,
      consentDate: '2026-01-10',
      consentSource: 'courriel',
    },
  ],
  address: { street: null, city: 'Cavignac', public: true, latitude: 45.1, longitude: -0.4 },
  seeksVolunteers: false,
};

describe('the form of the office', () => {
  it('opens whatever the database holds, and an empty record too', () => {
    const form = officeFormOf(content);
    expect(form.activities[0]).toMatchObject({
      ageMinUnit: 'ans',
      slots: [{ begin: '15:15', end: '16:30', note: '' }],
    });
    expect(officeFormOf({})).toMatchObject({ name: '', contacts: [], inPrint: true, logo: null });
    expect(officeFormOf({ activities: 'nonsense', contacts: [{ web: 'yes' }], legalForm: 'secte' })).toMatchObject({
      activities: [],
      contacts: [{ web: false }],
      legalForm: '',
    });
  });

  it('names every attribute that it holds, and no other', () => {
    expect(Object.keys(contentOfOffice(officeFormOf({}))).sort()).toEqual([...officeAttributes].sort());
  });

  it('gives the hours back as the database holds them, so that nothing seems changed', () => {
    const back = contentOfOffice(officeFormOf(content));
    expect(back.activities).toMatchObject([{ slots: [{ begin: '15:15:00', end: '16:30:00', note: null }] }]);
    expect(back.contacts).toEqual(content.contacts);
    expect(contentOfOffice({ ...officeFormOf({}) })).toMatchObject({ address: null, accessibility: null, name: null });
  });

  it('reads days and hours as they are typed, and drops rows that were left empty', () => {
    const form = officeFormOf(content);
    const typed = {
      ...form,
      verifiedOn: '12 nov. 2026',
      contacts: [
        { ...form.contacts[0]!, phone: '', role: '' },
        { ...form.contacts[0]!, consentDate: '3/11' },
      ],
      activities: [
        { ...form.activities[0]!, slots: [{ day: 'lundi' as const, begin: '18h-20h30', end: '', note: '' }] },
      ],
    };
    const tidy = tidyOffice(typed, TODAY);
    expect(tidy.verifiedOn).toBe('2026-11-12');
    expect(tidy.contacts).toMatchObject([{ phone: '+33536490011', consentDate: '2026-11-03' }]);
    expect(tidy.activities[0]!.slots).toMatchObject([{ begin: '18:00', end: '20:30' }]);
  });
});

describe('what publication would refuse', () => {
  const paths = (change: object) =>
    officeFaults({ ...officeFormOf(content), ...change }, TODAY).map(({ path }) => path);

  it('is nothing for an entry that is whole, also when nobody can be reached', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ contacts: [] })).toEqual([]);
  });

  it('is an agreement that nobody could prove, at the field that is missing', () => {
    const [contact] = officeFormOf(content).contacts;
    expect(paths({ contacts: [{ ...contact!, consentSource: '' }] })).toEqual(['contacts.0.consentSource']);
    expect(paths({ contacts: [{ ...contact!, consentDate: '' }] })).toEqual(['contacts.0.consentDate']);
    expect(paths({ contacts: [{ ...contact!, consentDate: '2027-01-01' }] })).toEqual(['contacts.0.consentDate']);
    expect(paths({ contacts: [{ ...contact!, consentDate: 'un jour' }] })).toEqual(['contacts.0.consentDate']);
    // Without a box that is ticked there is nothing to prove.
    expect(paths({ contacts: [{ ...contact!, web: false, consentDate: '', consentSource: '' }] })).toEqual([]);
  });

  it('is a code that is none, and a check that is still to come', () => {
    expect(paths({ rnaId: 'W33', siret: '123', verifiedOn: '2027-01-01' })).toEqual(['rnaId', 'siret', 'verifiedOn']);
    expect(paths({ rnaId: 'w332 001 234', siret: '123 456 782 00010', verifiedOn: '29/11/2026' })).toEqual([]);
  });

  it('stands at the rows that the form shows, whatever empty ones are among them', () => {
    const { contacts } = officeFormOf(content);
    const blank = { ...contacts[0]!, phone: '', consentDate: '', consentSource: '' as const, web: false };
    expect(paths({ contacts: [blank, { ...contacts[0]!, phone: '12' }] })).toEqual(['contacts.1.phone']);
  });
});

it('is the entry that the association sees, without what is the office’s', () => {
  const entry = entryOfOffice(officeFormOf({ ...content, logo: 3, internalNote: 'à rappeler' }));
  expect(entry.logo).toEqual({ choice: 'keep' });
  expect(JSON.stringify(entry)).not.toMatch(/rappeler|consent|latitude/);
});
