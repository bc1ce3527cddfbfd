/** An editor's own changes to what an association proposes. Pure. */
import type { OpenAnswer } from '../../domain/contract/desk/review.ts';
import type { EventProposal } from '../../domain/contract/associations/my-entry.ts';
import { changedEventFields, withEventFields, tidyDates } from '../../domain/event/event-proposal.ts';
import { changedFields, mergeEntry } from '../../domain/entry/difference.ts';
import { entryFieldLabels } from '../../domain/entry/fields.ts';
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

/** The same of an event: without the rows of dates that were added and left empty. */
export function retouchedEvent(proposed: EventProposal | null, edited: EventProposal | null): EventProposal | null {
  if (proposed === null || edited === null) return null;
  const tidy = tidyDates(edited);
  return changedEventFields(proposed, tidy).length === 0 && samePicture(proposed, tidy) ? null : tidy;
}

const samePicture = (a: EventProposal, b: EventProposal): boolean =>
  JSON.stringify(a.picture) === JSON.stringify(b.picture);

/** The editor's changes of an event on what it says now. */
export function carryOverEvent(
  before: OpenAnswer,
  edited: EventProposal | null,
  now: OpenAnswer,
): EventProposal | null {
  if (edited === null || before.event === null || now.event === null) return edited;
  const merged = withEventFields(now.event, edited, changedEventFields(before.event, edited));
  return samePicture(before.event, edited) ? merged : { ...merged, picture: edited.picture };
}
