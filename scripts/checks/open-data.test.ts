import { openFilesOf } from '@trame/site/testing/open-files';
import { describe, expect, it } from 'vitest';
import { openData } from './open-data.ts';
import { misfits, readTable, TableSchema } from './table-schema.ts';
import { ask, SITE_URL, smallExport, type Files } from './testing.ts';

const openDataFiles: Files = openFilesOf(smallExport, SITE_URL);

const asked = (changes: Record<string, Files[string] | undefined> = {}) =>
  ask(openData, { ...openDataFiles, ...changes });
const textOf = (file: string): string => {
  const content = openDataFiles[file];
  if (typeof content !== 'string') throw new Error(`The sound release has no ${file}`);
  return content;
};
type Values = Record<string, unknown>;
const jsonOf = (file: string) => JSON.parse(textOf(file)) as Values;
const changed = (file: string, change: (value: Values) => void) => {
  const value = jsonOf(file);
  change(value);
  return { [file]: JSON.stringify(value) };
};
const [association] = smallExport.associations;
if (!association) throw new Error('The sound release has no association');
const record = `api/v1/associations/${association.id}.json`;
const first = (value: Values, list: string) => (value[list] as Values[])[0] ?? {};

describe('the gate of open data', () => {
  it('accepts what the site makes', () => expect(asked()).toEqual([]));

  it.each<[string, () => Record<string, string>, string]>([
    [
      'a column that its schema does not know',
      () => ({ 'donnees/lieux.csv': textOf('donnees/lieux.csv').replace('nom,', 'nom,telephone,') }),
      '/donnees/lieux.csv',
    ],
    [
      'a row that is too short',
      () => ({ 'donnees/publics.csv': `${textOf('donnees/publics.csv')}abc,abc\r\n` }),
      '/donnees/publics.csv',
    ],
    [
      'a value of another type',
      () => ({ 'donnees/publics.csv': `${textOf('donnees/publics.csv')}abc,abc,Jeunes,un,,\r\n` }),
      '/donnees/publics.csv',
    ],
    [
      'an identifier that stands twice',
      () => {
        const [header = '', row = '', ...rest] = textOf('donnees/publics.csv').split('\r\n');
        return { 'donnees/publics.csv': [header, row, row, ...rest].join('\r\n') };
      },
      '/donnees/publics.csv',
    ],
    [
      'a reference to nothing',
      () => ({ 'donnees/contacts.csv': `${textOf('donnees/contacts.csv')}personne,Accueil,,,\r\n` }),
      '/donnees/contacts.csv',
    ],
    [
      'a field that its schema does not know',
      () => changed('donnees/associations.json', (all) => (first(all, 'associations')['telephone'] = '+33536490000')),
      '/donnees/associations.json',
    ],
    [
      'a field that is missing',
      () => changed('donnees/evenements.json', (all) => delete first(all, 'evenements')['titre']),
      '/donnees/evenements.json',
    ],
    [
      'a point that is no place on earth',
      () =>
        changed('donnees/communes.geojson', (all) => {
          first(all, 'features')['geometry'] = { type: 'Point', coordinates: [45.1, 451] };
        }),
      '/donnees/communes.geojson',
    ],
    [
      'a record of the API that does not fit',
      () => changed(record, (one) => (one['recherche_benevoles'] = 'oui')),
      `/${record}`,
    ],
    [
      'a file that nobody described',
      () => ({ 'donnees/contacts-complets.csv': 'nom\r\n' }),
      '/donnees/contacts-complets.csv',
    ],
    [
      'an address of the API that nobody described',
      () => ({ 'api/v1/associations/x.json': '{}' }),
      '/api/v1/associations/x.json',
    ],
    [
      'a table without a schema',
      () => changed('donnees/datapackage.json', (all) => delete first(all, 'resources')['schema']),
      '/donnees/associations.csv',
    ],
    [
      'a schema with a rule that nobody applies',
      () =>
        changed('donnees/schemas/publics.table-schema.json', (schema) => {
          first(schema, 'fields')['constraints'] = { jsonSchema: {} };
        }),
      '/donnees/schemas/publics.table-schema.json',
    ],
    [
      'an API that is described in another way',
      () => changed('api/v1/openapi.json', (all) => (all['openapi'] = '2.0')),
      '/api/v1/openapi.json',
    ],
  ])('refuses %s', (_, changes, where) => {
    expect(asked(changes()).map((finding) => finding.where)).toContain(where);
  });

  it.each(['donnees/datapackage.json', 'donnees/associations.csv', 'donnees/schemas/associations.schema.json', record])(
    'refuses a release without %s',
    (file) => expect(asked({ [file]: undefined }).map(({ where }) => where)).toContain(`/${file}`),
  );

  it('says in French which line and which column are wrong', () => {
    const [finding] = asked({ 'donnees/publics.csv': `${textOf('donnees/publics.csv')}abc,abc,Jeunes,un,,\r\n` });
    expect(finding?.message).toMatch(
      /« \/donnees\/publics\.csv » n’est pas comme son schéma le dit \(ligne \d+, colonne rang : integer\)/,
    );
  });
});

describe('a table held to its schema', () => {
  const schema = (field: object, more: object = {}) =>
    TableSchema.parse({
      fields: [{ name: 'a', title: 'a', description: 'a', type: 'string', ...field }],
      missingValues: [''],
      ...more,
    });
  const wrong = (field: object, cells: string, more = {}) =>
    misfits(readTable(`a\r\n${cells}\r\n`), schema(field, more), () => new Set(['x'])).map(({ expected }) => expected);

  it.each([
    [{ type: 'integer' }, '12', []],
    [{ type: 'integer' }, '1.5', ['integer']],
    [{ type: 'number' }, '-0.45', []],
    [{ type: 'number' }, '0,45', ['number']],
    [{ type: 'boolean' }, 'true', []],
    [{ type: 'boolean' }, 'oui', ['boolean']],
    [{ type: 'date' }, '2026-02-28', []],
    [{ type: 'date' }, '2026-02-30', ['date']],
    [{ type: 'datetime', format: 'any' }, '2026-02-28T10:00:00+01:00', []],
    [{ type: 'datetime', format: 'any' }, '2026-02-28 10:00', ['datetime']],
    [{ format: 'uri' }, 'www.example.org', ['uri']],
    [{ format: 'email' }, 'personne', ['email']],
    [{ constraints: { enum: ['x'] } }, 'y', ['enum']],
    [{ constraints: { pattern: '^\\d{5}$' } }, '3362', ['pattern ^\\d{5}$']],
    [{ type: 'number', constraints: { minimum: 0 } }, '-1', ['minimum 0']],
    [{ type: 'number', constraints: { maximum: 90 } }, '91', ['maximum 90']],
  ])('%o takes %s or does not', (field, cell, expected) => {
    const quoted = cell.includes(',') ? `"${cell}"` : cell;
    expect(wrong(field, quoted)).toEqual(expected);
  });

  it('knows what must be there and where it may point', () => {
    expect(wrong({ constraints: { required: true } }, '""')).toEqual(['required']);
    const key = (resource: string) => ({ foreignKeys: [{ fields: 'a', reference: { resource, fields: 'a' } }] });
    expect(wrong({}, 'x', key('autre'))).toEqual([]);
    expect(wrong({}, 'y', key('autre'))).toEqual(['foreignKeys autre']);
    expect(wrong({}, 'y', key(''))).toEqual([]);
  });
});
