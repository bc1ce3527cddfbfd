/** The index of all records: made once for a content version, kept until the next. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { textIndex, type IndexedDocument, type TextIndex } from '../../domain/search/text-index.ts';
import type { RecordState } from '../../domain/vocabulary/record-states.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { readContentVersion } from '../../platform/content-version/content-version.ts';
import { catalogue, worthOf, type CatalogueType, type Described } from './catalogue.ts';
import type { IndexedRecord } from './indexed-record.ts';

export interface RecordIndex {
  /** The content version that it was made of. */
  readonly version: string;
  readonly text: TextIndex<IndexedRecord>;
  readonly records: readonly IndexedRecord[];
  /** By type and documentId (`keyOf`). */
  readonly byKey: ReadonlyMap<string, IndexedRecord>;
}

export const keyOf = ({ uid, documentId }: Pick<IndexedRecord, 'uid' | 'documentId'>): string => `${uid} ${documentId}`;

const PublishedRow = z.object({ documentId: z.string(), updatedAt: z.coerce.number() });
const GoneRow = z.object({ type: z.string(), record: z.string() });

/** Strapi’s own measure of a draft that moved on: two instants of one publication differ by less (`areDatesEqual`). */
const SAME_MS = 500;

/** Records whose last act in the register is that they were taken off the site. */
async function takenOffline(strapi: Core.Strapi): Promise<Set<string>> {
  const rows = await rowsOf(
    strapi.db.connection,
    GoneRow,
    `select type, record from (
       select distinct on (type, record) document -> 'act' ->> 'type' as type, document -> 'act' ->> 'record' as record,
              document -> 'act' ->> 'act' as act
         from trame_suppressions where document -> 'act' ->> 'kind' = 'record'
        order by type, record, at desc, id
     ) last where act = 'unpublished'`,
  );
  return new Set(rows.map(({ type, record }) => `${type} ${record}`));
}

function stateOf(
  { documentId, updatedAt }: Described,
  uid: string,
  published: ReadonlyMap<string, number> | null,
  offline: ReadonlySet<string>,
): RecordState | null {
  if (published === null) return null;
  const online = published.get(documentId);
  if (online === undefined) return offline.has(`${uid} ${documentId}`) ? 'hors ligne' : 'brouillon';
  return updatedAt - online > SAME_MS ? 'modifiée' : 'en ligne';
}

/** When each published version was last saved, in milliseconds; null for a type without drafts. */
async function publishedOf(strapi: Core.Strapi, { uid }: CatalogueType): Promise<Map<string, number> | null> {
  if (!(strapi.contentTypes[uid].options?.draftAndPublish ?? false)) return null;
  const { tableName } = strapi.db.metadata.get(uid);
  const rows = await rowsOf(
    strapi.db.connection,
    PublishedRow,
    `select document_id as "documentId", extract(epoch from updated_at) * 1000 as "updatedAt" from ?? where published_at is not null`,
    [tableName],
  );
  return new Map(rows.map(({ documentId, updatedAt }) => [documentId, updatedAt]));
}

async function readType(
  strapi: Core.Strapi,
  type: CatalogueType,
  offline: ReadonlySet<string>,
): Promise<IndexedDocument<IndexedRecord>[]> {
  const { uid } = type;
  const worth = worthOf(uid);
  const [drafts, published] = [await type.read(strapi, 'draft'), await publishedOf(strapi, type)];
  const stated = drafts.map((draft) => ({ draft, state: stateOf(draft, uid, published, offline) }));
  // What residents still read is asked about too, until the draft is published.
  const moved = stated.flatMap(({ draft, state }) => (state === 'modifiée' ? [draft.documentId] : []));
  const online = new Map(
    (await type.read(strapi, 'published', moved)).map(({ documentId, values }) => [documentId, values]),
  );
  return stated.map(({ draft: { documentId, told, values }, state }) => {
    const said = new Set(values.map(({ attribute, text }) => `${attribute} ${text}`));
    const former = (online.get(documentId) ?? []).filter(({ attribute, text }) => !said.has(`${attribute} ${text}`));
    return { data: { uid, documentId, state, ...told }, worth, values: [...values, ...former] };
  });
}

async function make(strapi: Core.Strapi, version: string): Promise<RecordIndex> {
  const offline = await takenOffline(strapi);
  const documents: IndexedDocument<IndexedRecord>[] = [];
  for (const type of catalogue) documents.push(...(await readType(strapi, type, offline)));
  const text = textIndex(documents);
  return {
    version,
    text,
    records: text.documents,
    byKey: new Map(text.documents.map((record) => [keyOf(record), record])),
  };
}

interface Kept {
  readonly version: string;
  readonly index: Promise<RecordIndex>;
}
const kept = new WeakMap<Core.Strapi, Kept>();

/**
 * The index of the content as it is now. The version is read before the content: what commits in between is in the index and
 * makes the next one anew, never the other way round.
 */
export async function readRecordIndex(strapi: Core.Strapi): Promise<RecordIndex> {
  const version = await readContentVersion(strapi.db.connection);
  const known = kept.get(strapi);
  if (known?.version === version) return known.index;
  const index = make(strapi, version);
  kept.set(strapi, { version, index });
  // What could not be read is read again by who asks next.
  index.catch(() => kept.get(strapi)?.index === index && kept.delete(strapi));
  return index;
}
