/** What Strapi's schema sync would drop or convert by itself: it asks nobody, in production too. */
import type { Schema, SchemaDiff } from '@strapi/database/dist/schema/types';

/** Conversions of Strapi's column types that keep every value. */
const WIDENINGS: readonly (readonly [from: string, to: string])[] = [
  ['string', 'text'],
  ['integer', 'bigInteger'],
];

/**
 * @param diff what the sync is about to do
 * @param database the columns that there are
 * @param storedType the column type by which the database keeps a type of the schema
 * @returns each loss by name: `table`, `table.column`, or `table.column (text → integer)`
 */
export function lossesOf(
  { diff: { tables } }: Pick<SchemaDiff, 'diff'>,
  database: Schema,
  storedType: (type: string) => string,
): string[] {
  const losses = tables.removed.map(({ name }) => name);
  for (const { name, columns } of tables.updated) {
    losses.push(...columns.removed.map((column) => `${name}.${column.name}`));
    const present = database.tables.find((table) => table.name === name)?.columns ?? [];
    for (const { name: column, object } of columns.updated) {
      const from = present.find((one) => one.name === column)?.type;
      const to = storedType(object.type);
      if (object.type === 'increments' || from === undefined || from === to) continue;
      if (WIDENINGS.some(([narrow, wide]) => narrow === from && wide === to)) continue;
      losses.push(`${name}.${column} (${from} → ${to})`);
    }
  }
  return losses;
}
