/** Which records of a list are taken. */
import type { TakenRecords } from '../domain/contract/desk/lists-out.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { keyOf } from '../entries/record-index/record-index.ts';
import { listed, type Seen } from '../finding/read-lists.ts';

/** All of the list, or those of it that are ticked: what left the list since it was ticked is not taken. */
export function takenRecords(seen: Seen, { criteria, ticked }: TakenRecords, now: Date): IndexedRecord[] {
  const all = listed(seen, criteria, now).map(({ record }) => record);
  if (ticked === null) return all;
  const keys = new Set(ticked.map(keyOf));
  return all.filter((record) => keys.has(keyOf(record)));
}
