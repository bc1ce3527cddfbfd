/** What JSON and GeoJSON files hold, as JSON Schema 2020-12. The same definitions describe the API. */
import { withChildren, type Collection, type Column, type Table } from './column.ts';
import { FILES, LICENCE, VERSION } from './version.ts';

export type Schema = Readonly<Record<string, unknown>>;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
export const jsonSchemaPath = ({ table }: Collection): string => `${FILES}/schemas/${table.name}.schema.json`;
export const geoJsonSchemaPath = ({ table }: Collection): string =>
  `${FILES}/schemas/${table.name}.geojson.schema.json`;

/** @param refer address of a definition: it is not the same in a schema and in the description of the API */
type Refer = (name: string) => string;

const FORMATS: Partial<Record<Column<never>['type'], string>> = { date: 'date', datetime: 'date-time' };

function valueSchema({ type, format, pattern, oneOf, minimum, maximum, required, meaning }: Column<never>): Schema {
  const text = {
    type: 'string',
    minLength: 1,
    ...(format || FORMATS[type] ? { format: format ?? FORMATS[type] } : {}),
    ...(pattern ? { pattern } : {}),
    ...(oneOf ? { enum: oneOf } : {}),
  };
  if (type === 'list') return { description: meaning, type: 'array', items: text };
  const isText = type === 'string' || type === 'date' || type === 'datetime';
  const value = isText
    ? text
    : { type, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  if (required) return { description: meaning, ...value };
  return {
    description: meaning,
    ...value,
    type: [value.type, 'null'],
    ...(isText && oneOf ? { enum: [...oneOf, null] } : {}),
  };
}

function objectSchema(table: Table, refer: Refer, isInside: boolean): Schema {
  const columns = table.columns.filter(({ parent }) => !isInside || parent !== true);
  const properties = {
    ...Object.fromEntries(columns.map((column) => [column.name, valueSchema(column as Column<never>)])),
    ...Object.fromEntries(
      table.children.map(({ name, meaning, table: inner }) => [
        name,
        { description: meaning, type: 'array', items: { $ref: refer(inner.name) } },
      ]),
    ),
  };
  return {
    title: table.title,
    description: table.about,
    type: 'object',
    properties,
    // Everything is always there, if only as null: nobody has to guess what is missing.
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** One record and those that stand in it, by name. */
export const definitionsOf = ({ table, singular }: Collection, refer: Refer): Record<string, Schema> =>
  Object.fromEntries(
    withChildren(table).map((one) => [one === table ? singular : one.name, objectSchema(one, refer, one !== table)]),
  );

const inDefs: Refer = (name) => `#/$defs/${name}`;

/** What stands around the records of a file. */
export const ENVELOPE = {
  version: { const: VERSION, description: 'Version des fichiers' },
  territoire: { type: 'string', minLength: 1 },
  producteur: { type: 'string', minLength: 1 },
  licence: {
    type: 'object',
    properties: { nom: { const: LICENCE.nom }, url: { const: LICENCE.url } },
    required: ['nom', 'url'],
    additionalProperties: false,
  },
  date: { type: 'string', format: 'date-time', description: 'Quand le fichier a été fait' },
} as const;

export function jsonSchema(collection: Collection, siteUrl: string): Schema {
  const { table, singular } = collection;
  const properties = { ...ENVELOPE, [table.name]: { type: 'array', items: { $ref: inDefs(singular) } } };
  return {
    $schema: DIALECT,
    $id: siteUrl + jsonSchemaPath(collection),
    title: table.title,
    description: table.about,
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    $defs: definitionsOf(collection, inDefs),
  };
}

/** RFC 7946, with the columns of the table as properties. */
export function geoJsonSchema(collection: Collection, siteUrl: string): Schema {
  const { table } = collection;
  const degrees = (limit: number) => ({ type: 'number', minimum: -limit, maximum: limit });
  return {
    $schema: DIALECT,
    $id: siteUrl + geoJsonSchemaPath(collection),
    title: `${table.title} (GeoJSON)`,
    type: 'object',
    properties: {
      ...ENVELOPE,
      type: { const: 'FeatureCollection' },
      features: { type: 'array', items: { $ref: '#/$defs/feature' } },
    },
    required: ['type', 'features', ...Object.keys(ENVELOPE)],
    additionalProperties: false,
    $defs: {
      feature: {
        type: 'object',
        properties: {
          type: { const: 'Feature' },
          id: { type: 'string', minLength: 1 },
          geometry: {
            description: 'Vide quand ni le lieu ni sa commune ne sont situés',
            anyOf: [{ $ref: '#/$defs/point' }, { type: 'null' }],
          },
          properties: objectSchema({ ...table, children: [] }, inDefs, false),
        },
        required: ['type', 'id', 'geometry', 'properties'],
        additionalProperties: false,
      },
      point: {
        type: 'object',
        properties: {
          type: { const: 'Point' },
          coordinates: { type: 'array', prefixItems: [degrees(180), degrees(90)], minItems: 2, maxItems: 2 },
        },
        required: ['type', 'coordinates'],
        additionalProperties: false,
      },
    },
  };
}
