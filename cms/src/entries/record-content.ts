/** A record as data, by the schema of its type: what is compared, merged, kept and put back. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isValues, type Values } from '../domain/visit.ts';
import { hasDrafts } from '../platform/strapi/document.ts';
import { readRecord } from './read-record.ts';

/**
 * A record as data, by its schema: scalars as they are stored (instants in ISO 8601), relations as documentIds in their order,
 * only those filled from this side, files as ids of the media library, components with their own fields and without row ids.
 * Every attribute has its key; what is empty is null or an empty list.
 */
export type RecordContent = Readonly<Record<string, unknown>>;

export interface ReadContent {
  readonly content: RecordContent;
  /** Names this state: 32 hexadecimal characters. Two states with the same name say the same. */
  readonly version: string;
  /** ISO 8601, of the row: a withdrawal changes what a record says without touching it. */
  readonly updatedAt: string;
}

/** An attribute of a schema, as far as content is concerned. */
export interface ContentAttribute {
  readonly type: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly multiple?: boolean;
  readonly relation?: string;
  readonly mappedBy?: string;
}

/** What Strapi keeps about a row, and no editor fills in. */
const OF_THE_ROW = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'locale',
  'localizations',
  'createdBy',
  'updatedBy',
]);

/** The attributes of a type or of a component that are content, in the order of the schema. */
export function contentAttributes(strapi: Core.Strapi, uid: string): [string, ContentAttribute][] {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as unknown as {
    attributes: Record<string, ContentAttribute>;
  };
  return Object.entries(attributes).filter(
    // The other side of a relation belongs to the other record.
    ([name, { mappedBy }]) => !OF_THE_ROW.has(name) && mappedBy === undefined,
  );
}

export const isToMany = ({ type, relation, multiple }: ContentAttribute): boolean =>
  type === 'media' ? multiple === true : (relation?.endsWith('Many') ?? false);

const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value : [value]).filter(isValues);

/** The keys of a relation or of media; a draft and what is published of it are one record. */
function references(attribute: ContentAttribute, value: unknown, key: 'documentId' | 'id'): unknown {
  const found = [...new Set(listOf(value).map((one) => one[key]))];
  return isToMany(attribute) ? found : (found[0] ?? null);
}

function contentOfValue(strapi: Core.Strapi, attribute: ContentAttribute, value: unknown): unknown {
  switch (attribute.type) {
    case 'relation':
      return references(attribute, value, 'documentId');
    case 'media':
      return references(attribute, value, 'id');
    case 'component': {
      const rows = listOf(value).map((row) => contentOf(strapi, attribute.component ?? '', row));
      return attribute.repeatable ? rows : (rows[0] ?? null);
    }
    default:
      return value instanceof Date ? value.toISOString() : (value ?? null);
  }
}

/**
 * A row as data.
 * @param uid of its type or component
 * @param row with components, files and relations populated, as `readRecord` gives it
 */
export const contentOf = (strapi: Core.Strapi, uid: string, row: Values): RecordContent =>
  Object.fromEntries(
    contentAttributes(strapi, uid).map(([name, attribute]) => [name, contentOfValue(strapi, attribute, row[name])]),
  );

/**
 * The attributes in which two states of a record differ, by name, in the order of the schema.
 * @param before, after rows as `readRecord` gives them; null for a record that is not there, which says nothing
 */
export function differingAttributes(
  strapi: Core.Strapi,
  uid: string,
  before: Values | null,
  after: Values | null,
): string[] {
  const [was, is] = [contentOf(strapi, uid, before ?? {}), contentOf(strapi, uid, after ?? {})];
  return Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
}

/** Names what a record says. The keys of `content` stand in the order of the schema: the text is canonical by construction. */
export const versionOf = (uid: string, content: RecordContent): string =>
  createHash('sha256')
    .update(JSON.stringify([uid, content]))
    .digest('hex')
    .slice(0, 32);

/** The draft of a record, or what is published of it; null when there is none. Of a type without drafts, both are the record. */
export async function readContent(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  which: 'draft' | 'published',
): Promise<ReadContent | null> {
  // A type without drafts has one row, which Strapi takes for published.
  const row = await readRecord(strapi, uid, documentId, hasDrafts(strapi, uid) ? which : 'published', 'own');
  if (!row) return null;
  const content = contentOf(strapi, uid, row);
  const { updatedAt } = row as { updatedAt: Date | string };
  return { content, version: versionOf(uid, content), updatedAt: new Date(updatedAt).toISOString() };
}

/** What the document service takes: relations by documentId, files by id. The rules may put it right in place. */
export const dataOf = (content: Partial<RecordContent>): Record<string, unknown> => structuredClone(content);
