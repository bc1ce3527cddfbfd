/** From what Strapi stores to what the contract says: an absent value is `null`, never an empty string or `undefined`. */

import { linesOf } from '../../../domain/lines.ts';
import type { ExportChannel } from '../../../domain/vocabulary/consent-channels.ts';

type Absent = null | undefined;

/** Text without outer spaces, or null when nothing is left. */
export const textOrNull = (value: string | Absent): string | null => value?.trim() || null;

/** The lines of a text; nothing at all when it has none: such a list is absent from the contract then. */
export function linesUnder<Key extends string>(key: Key, value: string | Absent): { readonly [K in Key]?: string[] } {
  const lines = linesOf(value ?? '');
  return lines.length === 0 ? {} : ({ [key]: lines } as { readonly [K in Key]?: string[] });
}

/** A text of the site alone; absent when nobody wrote it. */
export const easyTextFor = (channel: ExportChannel, value: string | Absent): { readonly easyText?: string } => {
  const text = textOrNull(value);
  return channel === 'web' && text !== null ? { easyText: text } : {};
};

export const valueOrNull = <T>(value: T | Absent): T | null => value ?? null;

/** Strapi gives decimals as numbers or strings, according to how they were read. */
export const numberOrNull = (value: number | string | Absent): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

/** An instant as ISO 8601 in UTC. */
export const instant = (value: string | Date): string => new Date(value).toISOString();

/** A calendar day as `YYYY-MM-DD`. */
export const dayOrNull = (value: string | Date | Absent): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'string'
      ? value.slice(0, 10)
      : value.toISOString().slice(0, 10);

interface Document {
  documentId: string;
}

export const referenceOrNull = (document: Document | Absent): string | null => document?.documentId ?? null;

/** References in the order that the editor gave them. */
export const references = (documents: readonly Document[] | Absent): string[] =>
  (documents ?? []).map(({ documentId }) => documentId);

/** References that nobody orders (the other side of a relation): sorted, so that the same content gives the same bytes. */
export const unorderedReferences = (documents: readonly Document[] | Absent): string[] => references(documents).sort();

/** Compares numbers of a plan as people count: 2 before 10, 1.2 before 1.10. */
export const byNumber = (a: { number: string }, b: { number: string }): number =>
  a.number.localeCompare(b.number, 'fr', { numeric: true });
