/** Whether a record belongs on a list. Pure. */
import type { RecordCriteria } from '../domain/contract/desk/finding.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';

/** The day so many months before, `YYYY-MM-DD`; the end of a shorter month stands for days that it has not. */
export function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

const any = <T>(wanted: readonly T[], has: (one: T) => boolean): boolean => wanted.length === 0 || wanted.some(has);

const isOnline = ({ state }: Pick<IndexedRecord, 'state'>): boolean => state === 'en ligne' || state === 'modifiée';

/** What is over needs no one’s eye: an event without a date that was called off lacks nothing. */
const lacks = (record: IndexedRecord, gap: RecordCriteria['gaps'][number]): boolean =>
  record.gaps.includes(gap) && !record.calledOff;

/**
 * All criteria but the question, which the text index answers.
 * @param today `YYYY-MM-DD`
 */
export function matches(record: IndexedRecord, criteria: RecordCriteria, today: string): boolean {
  const { types, states, gaps, commune, theme, unverifiedMonths, printedOnly } = criteria;
  if (!any(types, (uid) => uid === record.uid)) return false;
  if (!any(states, (state) => state === record.state)) return false;
  if (!any(gaps, (gap) => lacks(record, gap))) return false;
  if (commune !== null && !record.communes.includes(commune)) return false;
  if (theme !== null && !record.themes.includes(theme)) return false;
  if (printedOnly && !(record.inPrint && isOnline(record))) return false;
  if (unverifiedMonths === null) return true;
  // Only associations are verified.
  if (record.uid !== 'api::association.association') return false;
  return record.verifiedOn === null || record.verifiedOn < monthsBefore(today, unverifiedMonths);
}
