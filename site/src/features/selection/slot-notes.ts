/** What somebody says of the slots of a selection: for whom one is, and that one is none of theirs. Stays on the device, or travels in a link behind `#`. */
import { MOST_KEPT } from '../../components/keep/kept.ts';

export interface SlotNote {
  /** A first name, as it was typed; null when nobody said. */
  readonly who: string | null;
  /** Taken out of the week, though its activity is kept. */
  readonly isOff: boolean;
}

/** By the key of the slot (`WeekSlot.key`). */
export type SlotNotes = ReadonlyMap<string, SlotNote>;

/** Name in the storage of the browser; the number is that of the shape. */
export const SLOT_NOTES_KEY = 'trame-selection-slots-1';
export const LONGEST_NAME = 40;

const NOTHING: SlotNote = { who: null, isOff: false };
/** Each activity has a few slots; a link of more was written by no page of ours. */
const MOST_NOTES = MOST_KEPT * 5;
/** `associations/judo-club~2.3-1400-1500=L%C3%A9a`, `…!` for one that was taken out. */
const ONE = /^(associations\/[a-z0-9-]{1,200}~[1-9]\d{0,2}\.[1-7]-(?:\d{4})?-(?:\d{4})?(?:\+\d{1,2})?)(!|=([^!=]+))$/;

/** A name on one line, without signs that nobody sees; null when nothing is left. */
export function cleanName(text: string): string | null {
  const name = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .trim();
  return name === '' ? null : name;
}

/** Reads them from the storage or from a link; what is none is dropped. */
export function readSlotNotes(text: string | null): SlotNotes {
  const notes = new Map<string, SlotNote>();
  for (const one of (text ?? '').split(',').slice(0, MOST_NOTES)) {
    const [, key, mark, name] = ONE.exec(one) ?? [];
    if (key === undefined) continue;
    const note =
      mark === '!' ? { who: null, isOff: true } : { who: cleanName(decoded(name ?? '') ?? ''), isOff: false };
    if (note.isOff || note.who !== null) notes.set(key, note);
  }
  return notes;
}

/** @returns null when no browser of ours wrote it */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** @param withNames false leaves out whose the slots are */
export const writeSlotNotes = (notes: SlotNotes, withNames = true): string =>
  [...notes]
    .flatMap(([key, { who, isOff }]) =>
      isOff
        ? [`${key}!`]
        : who !== null && withNames
          ? [`${key}=${encodeURIComponent(who).replaceAll('!', '%21')}`]
          : [],
    )
    .join(',');

export const noteOf = (notes: SlotNotes, key: string): SlotNote => notes.get(key) ?? NOTHING;

/** The activity that a slot is of: `associations/judo-club~2`. */
const activityOf = (key: string): string => key.slice(0, key.lastIndexOf('.'));

/**
 * Says whose a slot is. The first time that one of an activity is said, the others are the same child's: judo on Monday and Thursday
 * is one child's judo, until somebody says otherwise.
 * @param keys of all the slots that are shown
 */
export function named(notes: SlotNotes, keys: readonly string[], key: string, text: string): SlotNotes {
  const who = cleanName(text);
  const next = new Map(notes);
  const others = keys.filter((other) => activityOf(other) === activityOf(key));
  const isFirst = others.every((other) => noteOf(notes, other).who === null);
  for (const other of who !== null && isFirst ? others : [key])
    if (who === null) next.delete(other);
    else if (!noteOf(notes, other).isOff) next.set(other, { who, isOff: false });
  return next;
}

export const takenOff = (notes: SlotNotes, key: string): SlotNotes =>
  new Map([...notes, [key, { who: null, isOff: true }]]);

/** Without what was said of the slots of a page, or of one of its activities: kept anew, they are all there. @param kept as `written()` says it */
export const forgotten = (notes: SlotNotes, kept: string): SlotNotes =>
  new Map([...notes].filter(([key]) => activityOf(key) !== kept && !key.startsWith(`${kept}~`)));

/** All the names, each once, in the order of the alphabet. */
export const namesIn = (notes: SlotNotes): string[] =>
  [...new Set([...notes.values()].flatMap(({ who }) => who ?? []))].sort((a, b) => a.localeCompare(b, 'fr'));
