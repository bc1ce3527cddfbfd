import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { withheldFromOpenData } from '@trame/cms/domain/contract/site/open-data';
import {
  ACTIVITY_COLUMNS,
  activityRows,
  agreedRecord,
  ASSOCIATION_COLUMNS,
  associationRow,
  openAssociation,
} from './records.ts';

const association = sampleAssociation({
  commune: 'marsas',
  communesOfActivity: ['marsas', 'cavignac'],
  contacts: [{ role: 'Présidence', name: 'Camille Secrète', phone: '+33536490123', email: 'secret@example.org' }],
  address: {
    street: '12 rue Discrète',
    complement: null,
    postalCode: '33620',
    city: 'Marsas',
    latitude: 45.1,
    longitude: -0.4,
  },
  activities: [
    {
      label: 'Judo',
      description: null,
      ageMin: 6,
      ageMinUnit: 'ans',
      ageMax: null,
      ageMaxUnit: 'ans',
      slots: [
        { day: 'mardi', begin: '18:00', end: '19:00', note: null },
        { day: 'jeudi', begin: '18:00', end: null, note: 'semaines paires' },
      ],
      price: '90 €',
      place: 'Dojo',
      communeCode: '33272',
      season: null,
    },
    {
      label: 'Lutte',
      description: null,
      ageMin: null,
      ageMinUnit: 'ans',
      ageMax: null,
      ageMaxUnit: 'ans',
      slots: [],
      price: null,
      place: null,
      communeCode: null,
      season: null,
    },
  ],
});
const content = indexContent(sampleExport({ associations: [association] }));
const record = openAssociation(content, association, 'https://assos.example.org');

describe('open data', () => {
  it('holds no person, no contact and no address, in any of the three files', () => {
    const everything = JSON.stringify([record, associationRow(record), activityRows(record)]);
    for (const secret of ['Secrète', '+33536490123', 'secret@', 'Discrète', '45.1'])
      expect(everything).not.toContain(secret);
  });

  it('says no number or address that did not agree to it, in no text, and keeps those that did', () => {
    const contacts = [
      { role: null, name: null, phone: '+33536490123', email: 'club@example.org' },
      { role: null, name: null, phone: '+33536490124', email: null, openData: true as const },
    ];
    const said = sampleAssociation({
      contacts,
      summary: 'Appelez le 05 36 49 01 23 ou le 05 36 49 01 24.',
      website: 'https://wa.me/33536490123',
      activities: [{ ...association.activities[0]!, label: '0536490123', place: 'Chez club (at) example.org' }],
    });
    const { find } = withheldFromOpenData([said]);
    const open = openAssociation(content, said, 'https://assos.example.org');
    expect(agreedRecord(open, find)).toEqual({
      ...open,
      resume: 'Appelez le (coordonnées retirées) ou le 05 36 49 01 24.',
      site_web: null,
      activites: [{ ...open.activites[0], intitule: '(coordonnées retirées)', lieu: 'Chez (coordonnées retirées)' }],
    });
    expect(agreedRecord(record, find)).toBe(record);
    const named = openAssociation(content, { ...said, slug: 'tel-0536490123' }, 'https://assos.example.org');
    expect(agreedRecord(named, find)).toBeNull();
  });

  it('keys places by their INSEE code', () => {
    expect(record).toMatchObject({
      commune_siege: 'Marsas',
      code_insee_siege: '33272',
      codes_insee_activite: ['33272', '33114'],
      fiche: 'https://assos.example.org/associations/judo-club/',
    });
  });

  it('has as many cells as columns', () => {
    expect(associationRow(record)).toHaveLength(ASSOCIATION_COLUMNS.length);
    expect(associationRow(record)[ASSOCIATION_COLUMNS.indexOf('codes_insee_activite')]).toBe('33272 | 33114');
    for (const row of activityRows(record)) expect(row).toHaveLength(ACTIVITY_COLUMNS.length);
  });

  it('has one row a slot, and one for an activity without any', () => {
    expect(activityRows(record).map((row) => [row[1], row[5], row[6]])).toEqual([
      ['Judo', 'mardi', '18:00'],
      ['Judo', 'jeudi', '18:00'],
      ['Lutte', null, null],
    ]);
  });
});
