/** Table Schema by https://github.com/frictionlessdata/tableschema-js, whose own types say of its promises that they are values. */
import { Schema, Table } from 'tableschema';

/** What is wrong with a schema itself; empty for a sound one. */
export async function schemaFaults(descriptor: object): Promise<readonly Error[]> {
  const schema = (await Promise.resolve(Schema.load(descriptor) as unknown)) as { readonly errors: readonly Error[] };
  return schema.errors;
}

/** The rows as values; one that does not fit is an error in its place. @param rows texts, the header first */
export async function castRows(rows: readonly (readonly string[])[], schema: object): Promise<readonly unknown[]> {
  const table = (await Promise.resolve(Table.load(rows as string[][], { schema }) as unknown)) as {
    read(options: { forceCast: true }): Promise<readonly unknown[]>;
  };
  return table.read({ forceCast: true });
}
