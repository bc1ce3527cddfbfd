/** The types of which many records are changed at once, and what of each: data. */
import type { BulkChange } from './bulk-edit.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const RESOURCE = 'api::resource.resource';

export type BulkType = typeof ASSOCIATION | typeof EVENT | typeof RESOURCE;

/** An event is in the commune of its venue, and in the booklet by its date. */
const typesOf: Readonly<Record<BulkChange['what'], readonly BulkType[]>> = {
  'add-theme': [ASSOCIATION, EVENT, RESOURCE],
  'remove-theme': [ASSOCIATION, EVENT, RESOURCE],
  commune: [ASSOCIATION, RESOURCE],
  'in-print': [ASSOCIATION],
  online: [ASSOCIATION, EVENT, RESOURCE],
};

/** Whether records of the type have what a change is about. */
export const canChange = (uid: string, { what }: Pick<BulkChange, 'what'>): uid is BulkType =>
  (typesOf[what] as readonly string[]).includes(uid);
