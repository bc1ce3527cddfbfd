import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { ACTIVITY_COLUMNS, activityRows, ASSOCIATION_COLUMNS, associationRow, openAssociation } from './records.ts';

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
      ageMax: null,
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
      ageMax: null,
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
