/**
 * Gate: the files under an open licence and the read API are as the schemas say that are published beside them, each file is
 * described, and each address that they give is there. Whoever built on a schema is not to learn from a crash that it lied.
 */
import { hash } from 'node:crypto';
import formats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { BuiltRelease } from './release.ts';
import type { Finding } from './report.ts';
import { misfits, readTable, TableSchema, type CsvTable } from './table-schema.ts';

/** A CommonJS module: what its default is depends on who loads it, and it is the same function in either case. */
const addFormats = formats as unknown as (ajv: Ajv2020) => unknown;

const FILES = '/donnees/';
const PACKAGE = `${FILES}datapackage.json`;
const API = '/api/v1/';
const DESCRIPTION = `${API}openapi.json`;
const INDEX = `${API}index.json`;

const DataPackage = z.looseObject({
  resources: z
    .array(
      z.looseObject({
        name: z.string(),
        path: z.string(),
        format: z.enum(['csv', 'json', 'geojson']),
        /** Table Schema, for a table of ours. */
        schema: z.string().optional(),
        jsonSchema: z.string().optional(),
        /** The schema that somebody else published, for a file in their shape: tests hold it to that one. */
        conformsTo: z.string().optional(),
      }),
    )
    .min(1),
});
const ApiIndex = z.looseObject({
  collections: z.array(z.looseObject({ nom: z.string(), nombre: z.int(), url: z.string(), schema: z.string() })).min(1),
});

const SCHEMA = 'schema.json';
const isSchema = (file: string): boolean => file.startsWith(FILES) && file.endsWith(SCHEMA);

/** @returns where and how it does not fit, as Ajv says it; null when it does */
function misfitOf(validate: ValidateFunction, value: unknown): string | null {
  if (validate(value)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim();
}

class Reader {
  readonly findings: Finding[] = [];
  readonly #ajv: Ajv2020;
  readonly #release: BuiltRelease;
  /** Of all schemas. */
  readonly #schemas: string;

  constructor(release: BuiltRelease) {
    this.#release = release;
    const schemas = [...release.files].filter(isSchema).sort();
    const texts = schemas.map((file) => `${file} ${release.once('schema', file, String)}`).join('\n');
    this.#schemas = hash('sha256', texts);
    // To compile them takes longer than to hold the directory to them.
    this.#ajv = release.memory.ofText('schemas', this.#schemas, () => {
      const ajv = new Ajv2020({ strict: true, allErrors: false, allowUnionTypes: true, strictTuples: false });
      addFormats(ajv);
      return ajv;
    });
  }

  refuse(message: string, where: string): void {
    this.findings.push({ gate: 'open-data', message, where });
  }

  text(where: string): string | null {
    if (this.#release.files.has(where)) return this.#release.read(where).toString('utf8');
    this.refuse(messages.missingFile(where), where);
    return null;
  }

  /** @returns undefined, once told, when the file is not there or cannot be read */
  json(where: string): unknown {
    const text = this.text(where);
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      this.refuse(messages.damagedFile(where), where);
      return undefined;
    }
  }

  parsed<Schema extends z.ZodType>(schema: Schema, where: string): z.output<Schema> | null {
    const value = this.json(where);
    if (value === undefined) return null;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    this.refuse(messages.misfit(where, z.prettifyError(result.error).split('\n')[0] ?? ''), where);
    return null;
  }

  /** Makes a schema known by its address. */
  addSchema(where: string): string | null {
    if (!isSchema(where)) {
      this.refuse(messages.misfit(where, SCHEMA), where);
      return null;
    }
    const schema = this.json(where) as { readonly $id?: string } | undefined;
    if (typeof schema?.$id !== 'string') return null;
    try {
      if (!this.#ajv.getSchema(schema.$id)) this.#ajv.addSchema(schema);
      this.#ajv.getSchema(schema.$id);
      return schema.$id;
    } catch (error) {
      this.refuse(messages.misfit(where, error instanceof Error ? error.message : String(error)), where);
      return null;
    }
  }

  validator(id: string): ValidateFunction | undefined {
    try {
      return this.#ajv.getSchema(id);
    } catch {
      return undefined;
    }
  }

  check(validate: ValidateFunction, value: unknown, where: string): void {
    const misfit = misfitOf(validate, value);
    if (misfit !== null) this.refuse(messages.misfit(where, misfit), where);
  }

  /** One of many small files, most of which are those of the release before. @param id of its schema */
  checkRecord(where: string, id: string, validate: ValidateFunction): void {
    if (!this.#release.files.has(where)) return this.refuse(messages.missingFile(where), where);
    const misfit = this.#release.once(`fits ${id} ${this.#schemas}`, where, (bytes) => {
      try {
        return misfitOf(validate, JSON.parse(bytes.toString('utf8')));
      } catch {
        return undefined;
      }
    });
    if (misfit === undefined) this.refuse(messages.damagedFile(where), where);
    else if (misfit !== null) this.refuse(messages.misfit(where, misfit), where);
  }
}

/** A column of a table of the package, read once. */
function columns(tables: ReadonlyMap<string, CsvTable>) {
  const known = new Map<string, ReadonlySet<string>>();
  return (table: string, column: string): ReadonlySet<string> | undefined => {
    const key = `${table}\n${column}`;
    const read = tables.get(table);
    const index = read?.header.indexOf(column) ?? -1;
    if (!known.has(key) && read && index >= 0) known.set(key, new Set(read.rows.map((row) => row[index] ?? '')));
    return known.get(key);
  };
}

function checkFiles(reader: Reader): Set<string> {
  const described = new Set<string>([PACKAGE]);
  const resources = reader.parsed(DataPackage, PACKAGE)?.resources ?? [];
  const tables = new Map<string, CsvTable>();
  const schemas: { name: string; where: string; schema: TableSchema }[] = [];
  for (const { name, path, format, schema, jsonSchema, conformsTo } of resources) {
    const where = FILES + path;
    described.add(where);
    if (schema === undefined && jsonSchema === undefined && conformsTo === undefined)
      reader.refuse(messages.undescribedFile(where), where);
    if (format === 'csv') {
      const text = reader.text(where);
      if (text === null) continue;
      try {
        tables.set(name, readTable(text));
      } catch (error) {
        reader.refuse(messages.misfit(where, error instanceof Error ? error.message : String(error)), where);
      }
      if (schema === undefined) continue;
      described.add(FILES + schema);
      const parsed = reader.parsed(TableSchema, FILES + schema);
      if (parsed) schemas.push({ name, where, schema: parsed });
    } else {
      const value = reader.json(where);
      if (jsonSchema === undefined) continue;
      described.add(FILES + jsonSchema);
      const id = reader.addSchema(FILES + jsonSchema);
      const validate = id === null ? undefined : reader.validator(id);
      if (value !== undefined && validate) reader.check(validate, value, where);
    }
  }
  const valuesOf = columns(tables);
  for (const { name, where, schema } of schemas) {
    const table = tables.get(name);
    const [first] = table ? misfits(table, schema, valuesOf) : [];
    if (first) reader.refuse(messages.misfitCell(where, first.row, first.column, first.expected), where);
  }
  return described;
}

function checkApi(reader: Reader, release: BuiltRelease): Set<string> {
  const described = new Set<string>([INDEX, DESCRIPTION]);
  reader.parsed(z.looseObject({ openapi: z.string().startsWith('3.1.'), paths: z.looseObject({}) }), DESCRIPTION);
  const local = (url: string) => (url.startsWith(`${release.siteUrl}/`) ? url.slice(release.siteUrl.length) : url);
  for (const { nom, nombre, url, schema } of reader.parsed(ApiIndex, INDEX)?.collections ?? []) {
    const where = local(url);
    described.add(where);
    const validate = reader.validator(schema);
    if (!validate) reader.refuse(messages.misfit(INDEX, schema), INDEX);
    const List = z.looseObject({
      nombre: z.literal(nombre),
      [nom]: z.array(z.looseObject({ url: z.string() })).length(nombre),
    });
    const list = reader.parsed(List, where)?.[nom] as readonly { readonly url: string }[] | undefined;
    for (const record of list ?? []) {
      const address = local(record.url);
      described.add(address);
      if (validate) reader.checkRecord(address, schema, validate);
    }
  }
  return described;
}

export const openData: Gate = ({ release }) => {
  const reader = new Reader(release);
  const described = new Set([...checkFiles(reader), ...checkApi(reader, release)]);
  for (const file of release.files)
    if ((file.startsWith(FILES) || file.startsWith('/api/')) && !file.endsWith('.html') && !described.has(file))
      reader.refuse(messages.undescribedFile(file), file);
  return reader.findings;
};
