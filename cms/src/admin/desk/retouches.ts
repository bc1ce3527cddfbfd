/** An editor's own changes to what an association proposes. Pure. */
import type { OpenAnswer } from '../../domain/contract/review.ts';
import { changedFields, entryFieldLabels, mergeEntry } from '../../domain/entry/difference.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';

/** What an acceptance carries: nothing when the editor looked at the form and changed nothing. */
export function retouchedEntry(proposed: EntryForm | null, edited: EntryForm | null): EntryForm | null {
  if (proposed === null || edited === null) return null;
  return changedFields(proposed, edited).length === 0 && sameLogo(proposed, edited) ? null : edited;
}

/** Taking the present logo instead of a proposed one is a change, though a kept logo differs from nothing. */
const sameLogo = (a: EntryForm, b: EntryForm): boolean => JSON.stringify(a.logo) === JSON.stringify(b.logo);

/**
 * The editor's changes carried over to the entry as it is now: what changed in between is not put back.
 * @returns the labels of the fields that both changed, for the editor to look at
 */
export function carryOver(
  before: OpenAnswer,
  edited: EntryForm | null,
  now: OpenAnswer,
): { edited: EntryForm | null; conflicts: string[] } {
  if (edited === null || before.entry === null || now.entry === null) return { edited, conflicts: [] };
  const { entry, conflicts } = mergeEntry(before.entry, edited, now.entry);
  const logo = sameLogo(before.entry, edited) ? now.entry.logo : edited.logo;
  return { edited: { ...entry, logo }, conflicts: conflicts.map((field) => entryFieldLabels[field]) };
}
