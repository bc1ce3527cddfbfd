/** What differs between two states of a form, attribute by attribute. Pure. */
import { same } from '../../../domain/merge/same.ts';
import type { RecordData } from '../../../domain/contract/desk/record.ts';

/** The attributes of `after` that say something else than in `before`: what a save sends, and what a device keeps. */
export const changedIn = (before: RecordData, after: RecordData): RecordData =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => !same(before[name], value)));

/**
 * What a form shows after a save: what the server holds now, under what was typed while it was being saved.
 * @param sent the form as it was sent
 * @param now the form as it is
 */
export const afterSave = (saved: RecordData, sent: RecordData, now: RecordData): RecordData => ({
  ...saved,
  ...changedIn(sent, now),
});
