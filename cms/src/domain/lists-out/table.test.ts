import { describe, expect, it } from 'vitest';
import { listColumnKeys, usualColumns, columnOf, attributesOf } from './columns.ts';
import { listTable, programCsv, spreadsheetCsv } from './table.ts';

const rows = [
  { name: 'Les Étourneaux', phone: '+33536490000', verifiedOn: '2026-07-01', postalCode: '01000', summary: '=1+1' },
  { name: 'Amicale', summary: '  ', siret: '12345678900012', seeksVolunteers: true, foundedYear: 1901 },
] as const;
const columns = [
  'name',
  'summary',
  'phone',
  'postalCode',
  'siret',
  'foundedYear',
  'seeksVolunteers',
  'verifiedOn',
] as const;

describe('a list as a table', () => {
  it('stands in the order of a French index, and an empty text is an absent one', () => {
    expect(listTable(rows, ['name', 'summary']).rows).toEqual([
      ['Amicale', null],
      ['Les Étourneaux', '=1+1'],
    ]);
  });

  it('opens right in a French spreadsheet, which runs nothing of it and rounds no number', () => {
    expect(spreadsheetCsv(listTable(rows, columns))).toBe(
      [
        '\ufeffNom;Présentation courte;Téléphone;Code postal;SIRET;Année de création;Cherche des bénévoles;Vérifiée le',
        "Amicale;;;;'12345678900012;1901;oui;",
        "Les Étourneaux;'=1+1;05 36 49 00 00;'01000;;;;01/07/2026",
        '',
      ].join('\r\n'),
    );
  });

  it('is for a program what was stored, under the names of its columns, with nothing added', () => {
    expect(programCsv(listTable(rows, columns))).toBe(
      [
        'name,summary,phone,postalCode,siret,foundedYear,seeksVolunteers,verifiedOn',
        'Amicale,,,,12345678900012,1901,true,',
        'Les Étourneaux,=1+1,+33536490000,01000,,,,2026-07-01',
        '',
      ].join('\r\n'),
    );
  });
});

describe('the columns', () => {
  it('have a head of their own each, and some are usual', () => {
    expect(new Set(listColumnKeys.map((key) => columnOf(key).label)).size).toBe(listColumnKeys.length);
    expect(usualColumns).toContain('name');
  });

  it('that say how to reach somebody say that they do', () => {
    for (const key of listColumnKeys) {
      const attributes = attributesOf(key, 'api::association.association') ?? [];
      expect(columnOf(key).isContact === true, key).toBe(attributes.includes('contacts'));
      if (attributes.includes('address')) expect(columnOf(key).isAddress, key).toBe(true);
      if (attributes.includes('internalNote')) expect(columnOf(key).isInternal, key).toBe(true);
    }
  });
});
