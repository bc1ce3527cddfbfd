/** Every file of open data by its address. Bodies are made when they are asked for, from records that are made once. */
import { machineCsv } from '@trame/cms/domain/csv';
import { apiIndex, listOf, listPath, openApi, recordPath, recordsOf } from './api.ts';
import { rowsByTable, type Collection } from './column.ts';
import { features } from './geojson.ts';
import { geoJsonSchema, geoJsonSchemaPath, jsonSchema, jsonSchemaPath } from './json-schema.ts';
import type { OpenContent } from './open-content.ts';
import { services, structures } from './standards/data-inclusion.ts';
import { hsdsServices, organizations } from './standards/hsds.ts';
import { eventInputs, locations } from './standards/open-agenda.ts';
import { STANDARD_FILES, STANDARD_SCHEMAS } from './standards/published-at.ts';
import { SCDL_COLUMNS, scdlEquipements } from './standards/scdl-equipements.ts';
import { COLLECTIONS, TABLES } from './tables/collections.ts';
import { csvPath, tableResources, tableSchema, tableSchemaPath } from './table-schema.ts';
import { API, FILES, LICENCE, LICENCE_ID, VERSION } from './version.ts';

/** By address on the site; each gives its text. */
export type OpenFiles = ReadonlyMap<string, () => string>;

export const jsonPath = ({ table }: Collection): string => `${FILES}/${table.name}.json`;
export const geoJsonPath = ({ table }: Collection): string => `${FILES}/${table.name}.geojson`;
export const DATA_PACKAGE = `${FILES}/datapackage.json`;
export const OPEN_API = `${API}/openapi.json`;

function dataPackage({ content, siteUrl }: OpenContent, standards: ReadonlySet<string>, date: string) {
  const inFolder = (path: string) => path.slice(FILES.length + 1);
  const asJson = (collection: Collection, path: string, schema: string, format: 'json' | 'geojson') => ({
    name: `${collection.table.name}-${format}`,
    title: `${collection.table.title} (${format === 'json' ? 'JSON' : 'GeoJSON'})`,
    path: inFolder(path),
    format,
    mediatype: format === 'json' ? 'application/json' : 'application/geo+json',
    encoding: 'utf-8',
    // Not `schema`, which the standard keeps for tables.
    jsonSchema: inFolder(schema),
  });
  return {
    profile: 'data-package',
    name: 'annuaire-des-associations',
    title: `Annuaire des associations\u00a0: ${content.settings.territoryName}`,
    version: VERSION,
    created: date,
    homepage: `${siteUrl}${FILES}/`,
    licenses: [{ name: LICENCE_ID, title: LICENCE.nom, path: LICENCE.url }],
    contributors: [{ title: content.settings.operatorName, role: 'publisher' }],
    resources: [
      ...tableResources(),
      ...COLLECTIONS.flatMap((collection) => [
        asJson(collection, jsonPath(collection), jsonSchemaPath(collection), 'json'),
        ...(collection.isPlaced
          ? [asJson(collection, geoJsonPath(collection), geoJsonSchemaPath(collection), 'geojson')]
          : []),
      ]),
      ...(Object.keys(STANDARD_FILES) as (keyof typeof STANDARD_FILES)[])
        .filter((key) => standards.has(STANDARD_FILES[key]))
        .map((key) => {
          const path = STANDARD_FILES[key];
          const format = path.endsWith('.csv') ? 'csv' : 'json';
          return {
            name: inFolder(path)
              .replace(/\.\w+$/, '')
              .replaceAll('/', '-'),
            path: inFolder(path),
            format,
            mediatype: format === 'csv' ? 'text/csv' : 'application/json',
            encoding: 'utf-8',
            conformsTo: STANDARD_SCHEMAS[key],
          };
        }),
    ],
  };
}

/** @param date when the release is made, ISO 8601: the same content at another time differs in nothing else */
export function openFiles(open: OpenContent, date: string): OpenFiles {
  const files = new Map<string, () => string>();
  const json = (path: string, value: () => unknown) => files.set(path, () => JSON.stringify(value()));
  const records = recordsOf(open);
  const envelope = {
    version: VERSION,
    territoire: open.content.settings.territoryName,
    producteur: open.content.settings.operatorName,
    licence: LICENCE,
    date,
  };

  for (const collection of COLLECTIONS) {
    const own = records.get(collection) ?? [];
    json(jsonPath(collection), () => ({ ...envelope, [collection.table.name]: own }));
    json(jsonSchemaPath(collection), () => jsonSchema(collection, open.siteUrl));
    json(listPath(collection), () => listOf(collection, own, open));
    for (const record of own) json(recordPath(collection, record), () => record);
    for (const [name, rows] of rowsByTable(collection.table, collection.all(open))) {
      const table = TABLES.find((one) => one.name === name);
      if (table) {
        const header = table.columns.map((column) => column.name);
        files.set(csvPath(table), () => machineCsv(header, rows));
        json(tableSchemaPath(table), () => tableSchema(table, open.siteUrl));
      }
    }
    if (collection.isPlaced) {
      json(geoJsonPath(collection), () => ({
        type: 'FeatureCollection',
        ...envelope,
        features: features(collection, open),
      }));
      json(geoJsonSchemaPath(collection), () => geoJsonSchema(collection, open.siteUrl));
    }
  }

  const scdl = scdlEquipements(open);
  if (scdl !== null) files.set(STANDARD_FILES.scdl, () => machineCsv(SCDL_COLUMNS, scdl.rows));
  json(STANDARD_FILES.structures, () => structures(open));
  json(STANDARD_FILES.services, () => services(open));
  json(STANDARD_FILES.openAgenda, () => ({ events: eventInputs(open), locations: locations(open) }));
  json(STANDARD_FILES.hsdsOrganizations, () => organizations(open));
  json(STANDARD_FILES.hsdsServices, () => hsdsServices(open));

  json(`${API}/index.json`, () => apiIndex(open, records));
  json(OPEN_API, () => openApi(open));
  json(DATA_PACKAGE, () => dataPackage(open, new Set(files.keys()), date));
  return files;
}
