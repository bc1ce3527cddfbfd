/** Records as lists: what the index holds, held to what the account may read. */
import type { Core } from '@strapi/strapi';
import {
  FOUND_TYPES,
  PAGE_LENGTH,
  type FoundRecord,
  type RecordCriteria,
  type RecordPage,
} from '../domain/contract/desk/finding.ts';
import { dayOf } from '../domain/dates.ts';
import { sortByName } from '../domain/french.ts';
import { formatPhone } from '../domain/phone.ts';
import type { IndexedValue, Match } from '../domain/search/text-index.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { keyOf, readRecordIndex, type RecordIndex } from '../entries/record-index/record-index.ts';
import type { AdminContext } from '../platform/http/admin-route.ts';
import { readerOf, type Reader } from '../platform/http/may-read.ts';
import { matches } from './matches.ts';

/** What the export says of records that are published and not on the site; it stands above this room. */
interface ExportService {
  leftOut(): readonly { readonly uid: string; readonly documentId: string }[];
}

/** The index as one account sees it. */
export interface Seen {
  readonly index: RecordIndex;
  readonly reader: Reader;
  /** The record with its state, « refusée » included. */
  stated(record: IndexedRecord): IndexedRecord;
}

export async function seenBy(strapi: Core.Strapi, context: Pick<AdminContext, 'state'>): Promise<Seen> {
  const [index, reader] = [await readRecordIndex(strapi), await readerOf(strapi, context, FOUND_TYPES)];
  const refused = new Set((strapi.service('api::export.export') as ExportService).leftOut().map(keyOf));
  const isOut = (record: IndexedRecord) => refused.has(keyOf(record)) && record.state !== 'brouillon';
  return {
    index,
    reader,
    stated: (record) => (record.state !== null && isOut(record) ? { ...record, state: 'refusée' } : record),
  };
}

const asWritten = ({ kind, text }: IndexedValue): string => (kind === 'number' ? formatPhone(text) : text);

const MOST_REASON = 120;

/** « Marie Dupont, présidente : 05 36 49 00 00 » */
export function reasonOf(because: readonly IndexedValue[]): string | null {
  const [first] = because;
  if (first === undefined) return null;
  const text = asWritten(first);
  const short = text.length > MOST_REASON ? `${text.slice(0, MOST_REASON).trimEnd()}…` : text;
  return first.note ? `${first.note}\u00a0: ${short}` : short;
}

/** What the detail of a record is made of: it is told to who may read all of it. */
const DETAIL: Readonly<Record<string, readonly string[]>> = {
  'api::association.association': ['commune'],
  'api::event.event': ['timings', 'period', 'venue', 'place'],
  'api::guide.guide': ['date', 'place'],
  'api::resource.resource': ['owner', 'ownerName', 'commune'],
  'api::action.action': ['axis'],
  'api::venue.venue': ['commune', 'city'],
  'api::commune.commune': ['postalCodes'],
  'api::theme.theme': ['parent'],
  'api::action-plan.action-plan': ['territory'],
  'api::axis.axis': ['plan'],
};

/** A record as a line, for who may read it. */
export function toFound(seen: Seen, record: IndexedRecord, because: string | null = null): FoundRecord {
  const { uid, documentId, title, detail, state } = seen.stated(record);
  const mayTell = (DETAIL[uid] ?? []).every((attribute) => seen.reader.mayReadAttribute(uid, attribute));
  return {
    uid: uid as FoundRecord['uid'],
    documentId,
    title: title.trim() || 'Sans titre',
    detail: mayTell ? detail : '',
    state,
    because,
  };
}

/** What answers a question, the best first; only what the account may read can make it an answer. */
export const searchSeen = ({ index, reader }: Seen, question: string): Match<IndexedRecord>[] =>
  index.text.search(question, {
    mayKnow: (record) => reader.mayReadRecord(record),
    mayRead: ({ uid }, attribute) => reader.mayReadAttribute(uid, attribute),
  });

/** Criteria that ask about what the account may not read are no way to learn it. */
const NEEDS: readonly (readonly [asked: (criteria: RecordCriteria) => boolean, attribute: string])[] = [
  [({ gaps }) => gaps.some((gap) => gap.startsWith('contact')), 'contacts'],
  [({ gaps }) => gaps.includes('activité'), 'activities'],
  [({ commune, gaps }) => commune !== null || gaps.includes('commune'), 'commune'],
  [({ theme, gaps }) => theme !== null || gaps.includes('thème'), 'themes'],
  [({ unverifiedMonths }) => unverifiedMonths !== null, 'verifiedOn'],
  [({ printedOnly }) => printedOnly, 'inPrint'],
];

const isAskable = ({ reader }: Seen, { uid }: IndexedRecord, needed: readonly string[]): boolean =>
  uid !== 'api::association.association' || needed.every((attribute) => reader.mayReadAttribute(uid, attribute));

/** All records of a list: by their worth to the question when there is one, else by name. */
export function listed(
  seen: Seen,
  criteria: RecordCriteria,
  now: Date,
): { record: IndexedRecord; because: string | null }[] {
  const today = dayOf(now);
  const needed = NEEDS.flatMap(([asked, attribute]) => (asked(criteria) ? [attribute] : []));
  const belongs = (record: IndexedRecord) => matches(record, criteria, today) && isAskable(seen, record, needed);
  if (criteria.question.trim() !== '') {
    return searchSeen(seen, criteria.question)
      .map(({ data, because }) => ({ record: seen.stated(data), because: reasonOf(because) }))
      .filter(({ record }) => belongs(record));
  }
  const records = seen.index.records
    .filter((record) => seen.reader.mayReadRecord(record))
    .map((record) => seen.stated(record))
    .filter(belongs);
  return records.map((record) => ({ record, because: null }));
}

/** One page of a list, sorted by name when there is no question. */
export function pageOf(seen: Seen, criteria: RecordCriteria, page: number, now: Date): RecordPage {
  const all = listed(seen, criteria, now);
  const sorted = criteria.question.trim() === '' ? sortByName(all, ({ record }) => record.title) : all;
  const records = sorted.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  return { records: records.map(({ record, because }) => toFound(seen, record, because)), total: all.length };
}
