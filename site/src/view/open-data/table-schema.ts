/** What a CSV file holds, as Table Schema (https://specs.frictionlessdata.io/table-schema/) says it. */
import type { Column, Table } from './column.ts';
import { TABLES } from './tables/collections.ts';
import { FILES, VERSION } from './version.ts';

export const tableSchemaPath = ({ name }: Table): string => `${FILES}/schemas/${name}.table-schema.json`;
export const csvPath = ({ name }: Table): string => `${FILES}/${name}.csv`;

/** A list is one cell: a regular expression says that each of its values is as it must be. */
function listPattern({ pattern, oneOf }: Column<never>): string | undefined {
  const one = oneOf?.join('|') ?? pattern?.replace(/^\^|\$$/g, '');
  return one === undefined ? undefined : `^(?:${one})(?: \\| (?:${one}))*$`;
}

function field(column: Column<never>) {
  const { name, type, meaning, required, unique, pattern, oneOf, minimum, maximum } = column;
  const constraints = {
    ...(required && { required }),
    ...(unique && { unique }),
    ...(type === 'list' ? { pattern: listPattern(column) } : { pattern, enum: oneOf, minimum, maximum }),
  };
  const known = Object.fromEntries(Object.entries(constraints).filter(([, value]) => value !== undefined));
  return {
    name,
    title: name,
    description: type === 'list' ? `${meaning}. Plusieurs valeurs sont séparées par «\u00a0|\u00a0»` : meaning,
    type: type === 'list' ? 'string' : type,
    // With its offset, which the default form of a date and time has not.
    ...(type === 'datetime' ? { format: 'any' } : {}),
    ...(column.format && type !== 'list' ? { format: column.format } : {}),
    ...(Object.keys(known).length > 0 ? { constraints: known } : {}),
  };
}

export function tableSchema(table: Table, siteUrl: string) {
  const key = table.columns.find(({ unique, parent }) => unique && !parent)?.name;
  const foreignKeys = table.columns.flatMap(({ name, type, refersTo }) =>
    refersTo === undefined || type === 'list'
      ? []
      : {
          fields: name,
          // Of itself, a table is told by an empty name.
          reference: { resource: refersTo.table === table.name ? '' : refersTo.table, fields: refersTo.column },
        },
  );
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: table.name,
    title: table.title,
    description: table.about,
    version: VERSION,
    path: siteUrl + tableSchemaPath(table),
    fields: table.columns.map((column) => field(column as Column<never>)),
    missingValues: [''],
    ...(key === undefined ? {} : { primaryKey: key }),
    // Never an empty list, which the standard refuses.
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}

/** The whole as a Data Package (https://specs.frictionlessdata.io/data-package/), which says where each file and its schema is. */
export const tableResources = () =>
  TABLES.map((table) => ({
    name: table.name,
    title: table.title,
    description: table.about,
    profile: 'tabular-data-resource',
    path: csvPath(table).slice(FILES.length + 1),
    schema: tableSchemaPath(table).slice(FILES.length + 1),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  }));
