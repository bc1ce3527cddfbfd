/** A record of the bin as it can be made anew: without records and files that are gone since. */
import type { Core } from '@strapi/strapi';
import { findMany } from '../../platform/database/records.ts';
import { contentAttributes, isToMany, type RecordContent } from '../record-content.ts';

const FILE = 'plugin::upload.file';

const listOf = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Those of the keys that still are there, in their order. */
async function present(strapi: Core.Strapi, uid: string, key: 'id' | 'documentId', keys: readonly unknown[]) {
  if (keys.length === 0) return [];
  const rows = await findMany<Record<string, unknown>>(strapi, uid, {
    select: [key],
    where: { [key]: { $in: keys } },
  });
  const found = new Set(rows.map((row) => row[key]));
  return keys.filter((one) => found.has(one));
}

/** @param uid of the type or of a component inside it */
export async function withoutWhatIsGone(
  strapi: Core.Strapi,
  uid: string,
  content: RecordContent,
): Promise<RecordContent> {
  const attributes = contentAttributes(strapi, uid) as [string, Parameters<typeof isToMany>[0] & { target?: string }][];
  const entries: [string, unknown][] = [];
  for (const [name, attribute] of attributes) {
    // The record was kept by an older schema: it says nothing about what came since.
    if (!(name in content)) continue;
    const value = content[name];
    if (attribute.type === 'relation' || attribute.type === 'media') {
      const isFile = attribute.type === 'media';
      const left = await present(
        strapi,
        isFile ? FILE : (attribute.target ?? ''),
        isFile ? 'id' : 'documentId',
        listOf(value),
      );
      entries.push([name, isToMany(attribute) ? left : (left[0] ?? null)]);
    } else if (attribute.type === 'component') {
      const rows: RecordContent[] = [];
      for (const row of listOf(value))
        rows.push(await withoutWhatIsGone(strapi, attribute.component ?? '', row as RecordContent));
      entries.push([name, attribute.repeatable ? rows : (rows[0] ?? null)]);
    } else entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
