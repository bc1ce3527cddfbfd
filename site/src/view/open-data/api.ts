/** The read API: one JSON file a record, lists that lead to them, and a description (OpenAPI 3.1). */
import { of } from '@trame/cms/domain/french-prepositions';
import { keyOf, recordOf, type Collection, type OpenRecord } from './column.ts';
import { definitionsOf, jsonSchemaPath, type Schema } from './json-schema.ts';
import type { OpenContent } from './open-content.ts';
import { COLLECTIONS } from './tables/collections.ts';
import { API, DEPRECATION_RULE, END_OF_LIFE, LICENCE, LICENCE_ID, VERSION } from './version.ts';

export const listPath = ({ table }: Collection): string => `${API}/${table.name}.json`;
export const recordPath = ({ table, key }: Collection, record: OpenRecord): string =>
  `${API}/${table.name}/${keyOf(record, key)}.json`;

/** The list of a collection: enough to choose a record, and where it is. */
export function listOf(collection: Collection, records: readonly OpenRecord[], { siteUrl }: OpenContent) {
  const { table, key, label } = collection;
  return {
    nombre: records.length,
    [table.name]: records.map((record) => ({
      [key]: record[key],
      [label]: record[label],
      url: siteUrl + recordPath(collection, record),
    })),
  };
}

export function apiIndex({ siteUrl, content }: OpenContent, records: ReadonlyMap<Collection, readonly OpenRecord[]>) {
  return {
    version: VERSION,
    ...END_OF_LIFE,
    territoire: content.settings.territoryName,
    producteur: content.settings.operatorName,
    licence: LICENCE,
    description: `${siteUrl}${API}/openapi.json`,
    documentation: `${siteUrl}/donnees/`,
    collections: COLLECTIONS.map((collection) => ({
      nom: collection.table.name,
      titre: collection.table.title,
      nombre: records.get(collection)?.length ?? 0,
      url: siteUrl + listPath(collection),
      schema: `${siteUrl}${jsonSchemaPath(collection)}#/$defs/${collection.singular}`,
    })),
  };
}

const refer = (name: string): string => `#/components/schemas/${name}`;
const json = (schema: Schema) => ({ 'application/json': { schema } });
const NOT_FOUND = { description: 'Rien à cette adresse\u00a0: la fiche a quitté l’annuaire, ou n’y a jamais été.' };

function listSchema({ table, key, label, singular }: Collection): Schema {
  const item = {
    type: 'object',
    properties: {
      [key]: { type: 'string', minLength: 1 },
      [label]: { type: 'string', minLength: 1 },
      url: { type: 'string', format: 'uri', description: `Adresse de la fiche complète (${singular})` },
    },
    required: [key, label, 'url'],
    additionalProperties: false,
  };
  const properties = { nombre: { type: 'integer', minimum: 0 }, [table.name]: { type: 'array', items: item } };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const indexSchema: Schema = {
  type: 'object',
  properties: {
    version: { type: 'string' },
    obsolete: { type: 'boolean', description: 'Une version plus récente existe' },
    fin: { type: ['string', 'null'], format: 'date', description: 'Jour où cette version s’arrête, s’il est fixé' },
    territoire: { type: 'string' },
    producteur: { type: 'string' },
    licence: { type: 'object', properties: { nom: { type: 'string' }, url: { type: 'string', format: 'uri' } } },
    description: { type: 'string', format: 'uri' },
    documentation: { type: 'string', format: 'uri' },
    collections: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          nom: { type: 'string' },
          titre: { type: 'string' },
          nombre: { type: 'integer', minimum: 0 },
          url: { type: 'string', format: 'uri' },
          schema: { type: 'string', format: 'uri' },
        },
        required: ['nom', 'titre', 'nombre', 'url', 'schema'],
      },
    },
  },
  required: ['version', 'obsolete', 'fin', 'licence', 'collections'],
};

function pathsOf(collection: Collection) {
  const { table, singular, key } = collection;
  const deprecated = END_OF_LIFE.obsolete ? { deprecated: true } : {};
  return {
    [`/${table.name}.json`]: {
      get: {
        operationId: `lister-${table.name}`,
        tags: [table.name],
        summary: `${table.title}\u00a0: la liste`,
        ...deprecated,
        responses: {
          200: { description: 'Nom et adresse de chaque fiche', content: json({ $ref: refer(`liste-${table.name}`) }) },
        },
      },
    },
    [`/${table.name}/{${key}}.json`]: {
      get: {
        operationId: `lire-${singular}`,
        tags: [table.name],
        summary: `${table.title}\u00a0: une fiche`,
        ...deprecated,
        parameters: [
          {
            name: key,
            in: 'path',
            required: true,
            description: table.columns.find(({ name }) => name === key)?.meaning ?? '',
            schema: { type: 'string', minLength: 1 },
          },
        ],
        responses: { 200: { description: 'La fiche', content: json({ $ref: refer(singular) }) }, 404: NOT_FOUND },
      },
    },
  };
}

export function openApi({ siteUrl, content }: OpenContent) {
  const { territoryName, operatorName } = content.settings;
  return {
    openapi: '3.1.0',
    info: {
      title: `Annuaire des associations\u00a0: ${territoryName}`,
      version: VERSION,
      summary: 'Lecture seule, sans clé\u00a0: des fichiers JSON refaits à chaque publication.',
      description: [`Données ${of(operatorName)}.`, ...DEPRECATION_RULE].join('\n\n'),
      license: { name: LICENCE.nom, identifier: LICENCE_ID },
    },
    servers: [{ url: siteUrl + API }],
    security: [],
    tags: COLLECTIONS.map(({ table }) => ({ name: table.name, description: table.about })),
    paths: {
      '/index.json': {
        get: {
          operationId: 'lire-index',
          summary: 'Ce que l’API contient, et jusqu’à quand',
          responses: { 200: { description: 'Les collections', content: json({ $ref: refer('index') }) } },
        },
      },
      ...Object.assign({}, ...COLLECTIONS.map(pathsOf)),
    } as Record<string, unknown>,
    components: {
      schemas: Object.assign(
        { index: indexSchema },
        ...COLLECTIONS.map((one) => ({ [`liste-${one.table.name}`]: listSchema(one), ...definitionsOf(one, refer) })),
      ) as Record<string, Schema>,
    },
  };
}

/** Every record of every collection. */
export const recordsOf = (open: OpenContent): ReadonlyMap<Collection, readonly OpenRecord[]> =>
  new Map(
    COLLECTIONS.map((collection) => [
      collection,
      collection.all(open).map((source: unknown) => recordOf(collection.table, source)),
    ]),
  );
