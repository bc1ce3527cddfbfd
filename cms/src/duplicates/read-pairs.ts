/** The pairs of the directory, made once for each state of its content, and what one account sees of them. */
import type { Core } from '@strapi/strapi';
import {
  DUPLICATE_TYPES,
  MOST_PAIRS,
  type DuplicatePair,
  type Duplicates,
  type DuplicateType,
  type PairedRecord,
  type PairReason,
} from '../domain/contract/desk/duplicates.ts';
import { pairsAmong, reasons, type Comparable, type Pair, type Reason } from '../domain/duplicates/candidates.ts';
import { foldAddress } from '../domain/search/words.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { readRecordIndex, type RecordIndex } from '../entries/record-index/record-index.ts';
import type { AdminContext } from '../platform/http/admin-route.ts';
import { readerOf, type Reader } from '../platform/http/may-read.ts';
import { listMerges, pairKey, readDistinct } from './duplicate-store.ts';

export interface Indexed extends Comparable {
  readonly record: IndexedRecord;
}

const ASSOCIATION = 'api::association.association';

/** What a pair is told from: who may not read all of it is shown none, for its reasons would tell. */
const TOLD_FROM: Readonly<Record<DuplicateType, readonly string[]>> = {
  'api::association.association': ['name', 'rnaId', 'siret', 'contacts', 'website', 'commune', 'internalNote'],
  'api::event.event': ['title', 'timings', 'venue', 'registration', 'internalNote'],
};

export const mayReadPairs = (reader: Reader, uid: DuplicateType): boolean =>
  TOLD_FROM[uid].every((attribute) => reader.mayReadAttribute(uid, attribute));

export const toComparable = (record: IndexedRecord): Indexed => ({
  record,
  id: record.documentId,
  names: [record.title, ...record.names].filter((name) => name.trim() !== ''),
  rnaId: record.rnaId,
  siret: record.siret,
  communes: record.communes,
  phones: record.contacts.map(({ phone }) => phone),
  emails: record.contacts.map(({ email }) => foldAddress(email)),
  website: record.website,
  days: record.uid === ASSOCIATION ? null : record.days,
});

type Pairs = readonly Pair<Indexed>[];
const made = new WeakMap<RecordIndex, Pairs>();

function allPairs(index: RecordIndex): Pairs {
  const known = made.get(index);
  if (known) return known;
  const pairs = DUPLICATE_TYPES.flatMap((uid) =>
    pairsAmong(index.records.filter((record) => record.uid === uid).map(toComparable)),
  ).sort((a, b) => b.score - a.score);
  made.set(index, pairs);
  return pairs;
}

export const reasonsInWords = (found: readonly Reason[]): PairReason[] =>
  found.map((reason) => ({ words: reasons[reason].words, against: reasons[reason].points < 0 }));

export const toPaired = ({ documentId, title, detail, state }: IndexedRecord): PairedRecord => ({
  documentId,
  title: title.trim() || 'Sans titre',
  detail,
  state,
});

const toPair = ({ records: [first, second], score, reasons: found }: Pair<Indexed>): DuplicatePair => ({
  uid: first.record.uid as DuplicateType,
  first: toPaired(first.record),
  second: toPaired(second.record),
  score,
  reasons: reasonsInWords(found),
});

/** The index, and what the account that asks may read of it. */
export async function seenBy(strapi: Core.Strapi, context: Pick<AdminContext, 'state'>) {
  const [index, reader] = [await readRecordIndex(strapi), await readerOf(strapi, context, DUPLICATE_TYPES)];
  const find = (uid: DuplicateType, documentId: string): IndexedRecord | null => {
    const record = index.byKey.get(`${uid} ${documentId}`);
    return record && reader.mayReadRecord(record) && mayReadPairs(reader, uid) ? record : null;
  };
  return { index, reader, find };
}

/** What the desk shows an account. */
export async function readDuplicates(strapi: Core.Strapi, context: Pick<AdminContext, 'state'>): Promise<Duplicates> {
  const { index, reader, find } = await seenBy(strapi, context);
  const rows = await readDistinct(strapi.db.connection);
  const distinct = new Set(rows.map(({ uid, first, second }) => pairKey(uid, first, second)));
  const pairs = allPairs(index).filter(({ records: [a, b] }) => {
    const { uid } = a.record;
    return (
      mayReadPairs(reader, uid as DuplicateType) &&
      reader.mayReadRecord(a.record) &&
      reader.mayReadRecord(b.record) &&
      !distinct.has(pairKey(uid, a.id, b.id))
    );
  });
  return {
    pairs: pairs.slice(0, MOST_PAIRS).map(toPair),
    total: pairs.length,
    distinct: rows.flatMap(({ uid, first, second, at, who }) => {
      const [a, b] = [find(uid, first), find(uid, second)];
      return a && b ? [{ uid, first: toPaired(a), second: toPaired(b), at: at.toISOString(), who }] : [];
    }),
    merges: (await listMerges(strapi.db.connection))
      .filter(({ uid, documentId }) => find(uid, documentId) !== null)
      .map(({ other: _, at, ...merge }) => ({ ...merge, at: at.toISOString() })),
  };
}
