/** What is kept on this device, and what was said of its slots: read and written together. */
import { load as loadKept, save as saveKept } from '../../../components/keep/store.ts';
import { readKept, writeKept, type Kept } from '../../../components/keep/kept.ts';
import { storedText } from '../../../components/keep/stored-text.ts';
import { decoded, readSlotNotes, SLOT_NOTES_KEY, writeSlotNotes, type SlotNotes } from '../slot-notes.ts';

export interface Selection {
  readonly kept: readonly Kept[];
  readonly notes: SlotNotes;
}

const notes = storedText(SLOT_NOTES_KEY);

export const load = (): Selection => ({ kept: loadKept(), notes: readSlotNotes(notes.load()) });

/** @returns false where this browser did not take it */
export function save(selection: Selection): boolean {
  const isKept = saveKept(selection.kept);
  return notes.save(writeSlotNotes(selection.notes)) && isKept;
}

/** What stands behind `#` in a link: the list, then what was said of its slots. */
const BETWEEN = '&';

export function readLink(hash: string): Selection {
  const [list = '', said = ''] = hash.replace(/^#/, '').split(BETWEEN);
  // A mail program may have written « ~ » its own way.
  return {
    kept: readKept(decoded(list) ?? list),
    notes: readSlotNotes(said.replaceAll('%7E', '~').replaceAll('%7e', '~')),
  };
}

export function writeLink({ kept, notes: said }: Selection, withNames: boolean): string {
  const text = writeSlotNotes(said, withNames);
  return `#${writeKept(kept)}${text === '' ? '' : `${BETWEEN}${text}`}`;
}
