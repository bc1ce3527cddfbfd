import { Ajv2020 } from 'ajv/dist/2020.js';
import { check } from '@placemarkio/check-geojson';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Activity } from '@trame/cms/domain/contract/site/association';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { rowsByTable, recordOf, type Column } from './column.ts';
import { geoJsonPath, jsonPath, OPEN_API } from './files.ts';
import { jsonSchemaPath } from './json-schema.ts';
import { COLLECTIONS, TABLES } from './tables/collections.ts';
import { childIds } from './tables/child-ids.ts';
import { associations } from './tables/associations.ts';
import { csvPath, tableSchema, tableSchemaPath } from './table-schema.ts';
import { openContentOf, openFilesOf } from './testing/open-files.ts';
import { castRows, schemaFaults } from './testing/tables.ts';
import { withFormats } from './testing/with-formats.ts';
import { typeInWords } from './type-words.ts';
import { API } from './version.ts';

const SITE = 'https://site.example';
const demo = toSiteExport(demoContent({ today: '2026-09-05' }));
const open = openContentOf(demo, SITE);
const files = openFilesOf(demo, SITE);
const textOf = (path: string): string => {
  const text = files[path.replace(SITE, '').slice(1)];
  if (text === undefined) throw new Error(`There is no ${path}`);
  return text;
};
const jsonOf = <Value>(path: string): Value => JSON.parse(textOf(path)) as Value;
type Json = Record<string, unknown>;

describe('the files of open data', () => {
  it.each(TABLES.map((table) => [table.name, table] as const))(
    '%s.csv is read by an implementation of Table Schema that is not ours',
    async (_, table) => {
      const descriptor = jsonOf<{ fields: { name: string }[] }>(tableSchemaPath(table));
      expect(await schemaFaults(descriptor)).toEqual([]);
      const top = COLLECTIONS.map((one) => rowsByTable(one.table, one.all(open)).get(table.name)).find(Boolean) ?? [];
      const header = table.columns.map(({ name }) => name);
      const texts = top.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
      // Foreign keys are the gate's: this one would ask for all tables at once.
      const rows = await castRows([header, ...texts], { ...descriptor, foreignKeys: undefined });
      expect(rows.filter((row) => row instanceof Error)).toEqual([]);
      expect(rows).toHaveLength(texts.length);
      expect(textOf(csvPath(table)).split('\r\n')[0]).toBe(header.join(','));
    },
  );

  it.each(COLLECTIONS.filter(({ isPlaced }) => isPlaced).map((one) => [one.table.name, one] as const))(
    '%s.geojson is GeoJSON, each point in the country, and says what it is the point of',
    (_, collection) => {
      const { features } = check(textOf(geoJsonPath(collection))) as unknown as { features: Json[] };
      expect(features.length).toBe(collection.all(open).length);
      for (const { geometry, properties } of features as {
        geometry: { coordinates: number[] } | null;
        properties: Json;
      }[]) {
        expect(geometry === null).toBe(properties['position'] === null);
        if (geometry === null) continue;
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        expect(latitude > 41 && latitude < 52 && longitude > -6 && longitude < 10).toBe(true);
      }
    },
  );

  it('describes the API as OpenAPI 3.1 has it, with every address of the index', async () => {
    const description = jsonOf<{ paths: Json; components: { schemas: Json } }>(OPEN_API);
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const { collections } = jsonOf<{ collections: { nom: string; url: string; schema: string; nombre: number }[] }>(
      `${API}/index.json`,
    );
    expect(collections.map(({ nom }) => nom)).toEqual(COLLECTIONS.map(({ table }) => table.name));
    for (const { nom, url } of collections) {
      expect(Object.keys(description.paths)).toContain(url.slice(`${SITE}${API}`.length));
      expect(Object.keys(description.paths).filter((path) => path.startsWith(`/${nom}/{`))).toHaveLength(1);
    }
  });

  it('answers what its description says, record by record', () => {
    const ajv = withFormats(new Ajv2020({ strict: false }));
    ajv.addSchema({ $id: 'api', ...jsonOf<Json>(OPEN_API) });
    for (const { table, singular } of COLLECTIONS) {
      const isList = ajv.getSchema(`api#/components/schemas/liste-${table.name}`);
      const isRecord = ajv.getSchema(`api#/components/schemas/${singular}`);
      const list = jsonOf<Json>(`${API}/${table.name}.json`);
      expect(isList?.(list), ajv.errorsText(isList?.errors)).toBe(true);
      for (const { url } of list[table.name] as { url: string }[])
        expect(isRecord?.(jsonOf(url)), ajv.errorsText(isRecord?.errors)).toBe(true);
    }
  });

  it('gives a record the same words in the API, in the file of all and in the table', () => {
    for (const collection of COLLECTIONS) {
      const { table, key } = collection;
      const all = jsonOf<Json>(jsonPath(collection))[table.name] as Json[];
      const [first] = all;
      if (!first) throw new Error(`The demonstration has no ${table.name}`);
      expect(jsonOf(`${API}/${table.name}/${String(first[key])}.json`)).toEqual(first);
      expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
      expect(textOf(csvPath(table))).toContain(String(first[key]));
    }
  });

  it('changes no identifier when a record is renamed or another one goes', () => {
    const renamed = structuredClone(demo);
    const [one, ...others] = renamed.associations;
    if (!one) throw new Error('The demonstration has no association');
    renamed.associations = [{ ...one, name: 'Un autre nom', slug: 'un-autre-nom' }, ...others.slice(1)];
    const before = new Set(Object.keys(files).filter((path) => path.startsWith('api/v1/associations/')));
    const after = Object.keys(openFilesOf(renamed, SITE)).filter((path) => path.startsWith('api/v1/associations/'));
    expect(after).toHaveLength(before.size - 1);
    for (const path of after) expect(before).toContain(path);
  });

  it('is the same from the same content, but for the day', () => {
    expect(openFilesOf(demo, SITE)).toEqual(files);
  });
});

describe('the columns', () => {
  it('have a name of the files, a meaning, and stand once in a table', () => {
    for (const { columns, children } of TABLES) {
      const names = [...columns, ...children].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, meaning } of columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(meaning.length).toBeGreaterThan(2);
        expect(meaning, name).not.toMatch(/[.]$| [:;!?»]|« /);
      }
    }
  });

  it('refer to a column that is there and never repeats itself', () => {
    for (const { columns } of TABLES)
      for (const { refersTo } of columns) {
        if (refersTo === undefined) continue;
        const target = TABLES.find(({ name }) => name === refersTo.table)?.columns.find(
          (one) => one.name === refersTo.column,
        );
        expect(target?.unique, `${refersTo.table}.${refersTo.column}`).toBe(true);
      }
  });

  it('say each of their values’ form to a table too', () => {
    const { fields } = tableSchema(associations.table, SITE);
    const pattern = fields.find(({ name }) => name === 'codes_insee_activite')?.constraints?.['pattern'];
    for (const fine of ['33272', '33272 | 2A004']) expect(fine).toMatch(new RegExp(String(pattern)));
    for (const wrong of ['3327', '33272|33114', '33272 | x']) expect(wrong).not.toMatch(new RegExp(String(pattern)));
  });

  it('are told in words', () => {
    const words = (column: Partial<Column<never>>) => typeInWords({ type: 'string', ...column });
    expect(words({})).toBe('texte');
    expect(words({ required: true, format: 'uri' })).toBe('adresse internet (toujours rempli)');
    expect(words({ type: 'list', oneOf: ['a', 'b'] })).toBe('liste\u00a0: a, b');
  });
});

describe('an association as open data', () => {
  const activity: Activity = {
    ...{ label: 'Éveil', description: null, ageMin: 18, ageMinUnit: 'mois', ageMax: 5, ageMaxUnit: 'ans' },
    ...{ price: null, place: null, communeCode: '33272', season: null },
    slots: [
      { day: 'mardi', begin: '18:00', end: '19:00', note: null },
      { day: 'jeudi', begin: null, end: null, note: 'semaines paires' },
    ],
  };
  const located = { street: '1 rue du Stade', complement: null, postalCode: '33620', city: 'Marsas' };
  const make = (changes: Parameters<typeof sampleAssociation>[0]) => {
    const source = sampleExport({ associations: [sampleAssociation({ commune: 'marsas', ...changes })] });
    source.communes = source.communes.map((one) => ({ ...one, latitude: 45.07, longitude: -0.38 }));
    const content = openContentOf(source, SITE);
    const [first] = associations.all(content);
    if (first === undefined) throw new Error('The sample has no association');
    return {
      record: recordOf(associations.table, first),
      rows: rowsByTable(associations.table, associations.all(content)),
    };
  };

  it('is placed by its public address, else by its commune, and says which', () => {
    const at = (changes: Parameters<typeof sampleAssociation>[0]) => {
      const { latitude, longitude, position } = make(changes).record;
      return [latitude, longitude, position];
    };
    expect(at({ address: { ...located, latitude: 45.1, longitude: -0.4 } })).toEqual([45.1, -0.4, 'adresse']);
    expect(at({ address: { ...located, latitude: null, longitude: null } })).toEqual([45.07, -0.38, 'commune']);
    expect(at({})).toEqual([45.07, -0.38, 'commune']);
    expect(at({ commune: null })).toEqual([null, null, null]);
  });

  it('has a row for each activity, each slot and each contact, which name what they stand in', () => {
    const { record, rows } = make({
      activities: [activity, { ...activity, slots: [] }],
      contacts: [
        { role: 'Accueil', name: null, phone: '+33536490124', email: null, openData: true },
        { role: null, name: 'Camille Secrète', phone: '+33536490123', email: null },
      ],
    });
    expect(rows.get('activites')?.map(([id, of]) => [id, of])).toEqual([
      ['judo-eveil', 'judo'],
      ['judo-eveil-2', 'judo'],
    ]);
    expect(rows.get('creneaux')?.map((row) => row.slice(0, 3))).toEqual([
      ['judo-eveil', 'mardi', '18:00'],
      ['judo-eveil', 'jeudi', null],
    ]);
    expect(rows.get('contacts')).toEqual([['judo', 'Accueil', null, '+33536490124', null]]);
    expect(record['contacts']).toEqual([{ role: 'Accueil', nom: null, telephone: '+33536490124', courriel: null }]);
    expect(record['activites']).toMatchObject([{ age_min: 1, age_min_mois: 18, age_max: 5, age_max_mois: null }, {}]);
  });

  it('keeps the identifiers of activities when others come, go or move', () => {
    const ids = (labels: string[]) => childIds('a', labels, (label) => label).map(({ id, part }) => [part, id]);
    const before = new Map(ids(['Judo', 'Lutte', 'Éveil']).map(([part, id]) => [part, id]));
    for (const [part, id] of ids(['Sambo', 'Éveil', 'Judo'])) if (before.has(part)) expect(id).toBe(before.get(part));
  });

  it('is where its schema says', () => {
    const schema = jsonOf<{ $id: string }>(jsonSchemaPath(associations));
    expect(schema.$id).toBe(`${SITE}${jsonSchemaPath(associations)}`);
  });
});
