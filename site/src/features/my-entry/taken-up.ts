/** What becomes of typed changes when the entry they were made from is no longer the published one. */
import { changedFields, mergeEntry } from '@trame/cms/domain/entry/difference';
import type { EntryField } from '@trame/cms/domain/entry/fields';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { shownEntry } from '../entry-form/shown-entry.ts';

/** Forms of an earlier release of the page may lack a field, or hold one more. */
const inShape = (entry: EntryForm, shape: EntryForm): EntryForm =>
  Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [key, entry[key as EntryField] ?? value]),
  ) as EntryForm;

export interface TakenUp {
  /** As the form shows it. */
  readonly entry: EntryForm;
  /** Fields that both sides changed, differently. */
  readonly conflicts: readonly EntryField[];
  /** Has the published entry changed since? */
  readonly moved: boolean;
}

/**
 * @param typed what was typed, as the form shows it
 * @param base the stored entry that it was typed from
 * @param current the stored entry of today
 */
export function takenUp(typed: EntryForm, base: EntryForm, current: EntryForm): TakenUp {
  const [from, to] = [shownEntry(inShape(base, current)), shownEntry(current)];
  const merged = mergeEntry(from, inShape(typed, to), to);
  return { ...merged, moved: changedFields(from, to).length > 0 };
}
