/**
 * What of a CSV file is not as its Table Schema says (https://specs.frictionlessdata.io/table-schema/): the part of the standard
 * that our schemas use. Anything else in a schema is an error of ours, told as one: a rule that nobody applies is no rule.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const Constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const Field = z.strictObject({
  name: z.string().min(1),
  title: z.string(),
  description: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime']),
  format: z.enum(['uri', 'email', 'any']).optional(),
  constraints: Constraints.optional(),
});

export const TableSchema = z.looseObject({
  fields: z.array(Field).min(1),
  missingValues: z.tuple([z.literal('')]),
  primaryKey: z.string().optional(),
  foreignKeys: z
    .array(
      z.strictObject({ fields: z.string(), reference: z.strictObject({ resource: z.string(), fields: z.string() }) }),
    )
    .min(1)
    .optional(),
});
export type TableSchema = z.infer<typeof TableSchema>;
type Field = z.infer<typeof Field>;

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws {Error} of the parser, for a text that is no table of RFC 4180 */
export function readTable(text: string): CsvTable {
  const records: string[][] = parse(text, { recordDelimiter: '\r\n' });
  const [header = [], ...rows] = records;
  return { header, rows };
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const FORMS: Readonly<Record<string, (value: string) => boolean>> = {
  string: () => true,
  integer: (value) => /^-?\d+$/.test(value),
  number: (value) => NUMBER.test(value),
  boolean: (value) => value === 'true' || value === 'false',
  date: (value) => z.iso.date().safeParse(value).success,
  datetime: (value) => z.iso.datetime({ offset: true }).safeParse(value).success,
};
const uri = z.url();
const email = z.email();
const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  any: () => true,
  uri: (value) => uri.safeParse(value).success,
  email: (value) => email.safeParse(value).success,
};

/** One check of a value; null when it passes, else what it should be. */
type Check = (value: string) => string | null;

function checksOf({ type, format, constraints = {} }: Field): Check[] {
  const { pattern, minimum, maximum } = constraints;
  const expression = pattern === undefined ? null : new RegExp(pattern, 'u');
  const allowed = constraints.enum ? new Set(constraints.enum) : null;
  return [
    (value) => (FORMS[type]?.(value) ? null : type),
    (value) => (format === undefined || FORMATS[format]?.(value) ? null : format),
    (value) => (expression === null || expression.test(value) ? null : `pattern ${pattern ?? ''}`),
    (value) => (allowed === null || allowed.has(value) ? null : `enum`),
    (value) => (minimum === undefined || Number(value) >= minimum ? null : `minimum ${minimum}`),
    (value) => (maximum === undefined || Number(value) <= maximum ? null : `maximum ${maximum}`),
  ];
}

export interface Misfit {
  /** Of the file, the header being line 1; a cell may span several lines of text. */
  readonly row: number;
  readonly column: string;
  /** What it should be, in the words of the standard. */
  readonly expected: string;
}

/** @param valuesOf the values of a column of another table of the package, for foreign keys; undefined when there is no such table */
export function misfits(
  { header, rows }: CsvTable,
  schema: TableSchema,
  valuesOf: (table: string, column: string) => ReadonlySet<string> | undefined,
): Misfit[] {
  const names = schema.fields.map(({ name }) => name);
  if (header.join('\n') !== names.join('\n')) return [{ row: 1, column: header.join(','), expected: names.join(',') }];
  const found: Misfit[] = [];
  schema.fields.forEach((field, index) => {
    const { name, constraints } = field;
    const isKey = schema.primaryKey === name;
    const key = schema.foreignKeys?.find(({ fields }) => fields === name)?.reference;
    const known =
      key === undefined
        ? null
        : key.resource === ''
          ? new Set(rows.map((row) => row[names.indexOf(key.fields)] ?? ''))
          : valuesOf(key.resource, key.fields);
    if (known === undefined) found.push({ row: 1, column: name, expected: `foreignKeys ${key?.resource ?? ''}` });
    const checks = checksOf(field);
    const seen = new Set<string>();
    rows.forEach((row, at) => {
      const value = row[index] ?? '';
      const wrong = (expected: string) => found.push({ row: at + 2, column: name, expected });
      if (value === '') {
        if (constraints?.required || isKey) wrong('required');
        return;
      }
      const failed = checks.map((check) => check(value)).find((one) => one !== null);
      if (failed !== undefined) wrong(failed ?? '');
      if ((constraints?.unique || isKey) && seen.has(value)) wrong('unique');
      seen.add(value);
      if (known && !known.has(value)) wrong(`foreignKeys ${key?.resource ?? ''}`);
    });
  });
  return found;
}
