/** Since when a release shows what it shows: what one release leaves to the next. */
import { z } from 'zod';
import type { DatesNoted } from '../dates-noted.ts';
import type { Shown } from './shown.ts';

const Instant = z.iso.datetime();

const Known = z.strictObject({
  shown: z.string().min(1),
  /** First release that showed the subject; null when it was there before anything was noted. */
  since: Instant.nullable(),
  /** First release that showed it as it is; null when it is as it was when the notes began. */
  changed: Instant.nullable(),
});
type Known = z.infer<typeof Known>;

/**
 * A file beside the release's record. It holds fingerprints of what is public and no word of it, and only of what this release
 * shows: what was withdrawn leaves nothing here. Lost, the notes begin again, and dates are those of that day.
 */
export const ChangeNotes = z.strictObject({
  format: z.literal('trame-changes/1'),
  /** When the notes began. */
  begun: Instant,
  /** Release that these notes are of. */
  at: Instant,
  subjects: z.record(z.string(), Known),
});
export type ChangeNotes = z.infer<typeof ChangeNotes>;

/** Notes of the last release; null for a document that is none: the notes begin again. */
export function readNotes(document: unknown): ChangeNotes | null {
  return ChangeNotes.safeParse(document).data ?? null;
}

/**
 * The notes of a release.
 * @param former of the release before it; null when there is none
 * @param builtAt instant of this release, ISO 8601 in UTC. A clock that went back changes no order: dates only ever grow.
 */
export function noteChanges(former: ChangeNotes | null, shown: Shown, builtAt: string): ChangeNotes {
  if (former === null) {
    const subjects = [...shown].map(([subject, letters]): [string, Known] => [
      subject,
      { shown: letters, since: null, changed: null },
    ]);
    return { format: 'trame-changes/1', begun: builtAt, at: builtAt, subjects: Object.fromEntries(subjects) };
  }
  const now = Date.parse(builtAt) > Date.parse(former.at) ? builtAt : former.at;
  const subjects = [...shown].map(([subject, letters]): [string, Known] => {
    const known = Object.hasOwn(former.subjects, subject) ? former.subjects[subject] : undefined;
    if (known === undefined) return [subject, { shown: letters, since: now, changed: now }];
    return [subject, known.shown === letters ? known : { ...known, shown: letters, changed: now }];
  });
  return { ...former, at: now, subjects: Object.fromEntries(subjects) };
}

export function datesIn(notes: ChangeNotes): (subject: string) => DatesNoted {
  return (subject) => {
    const { since = null, changed = null } = Object.hasOwn(notes.subjects, subject)
      ? (notes.subjects[subject] ?? {})
      : {};
    return { since, changed, noted: changed ?? notes.begun };
  };
}
