/**
 * A record as data (`entries/record-content.ts`) as a form edits it, and back: what is empty is an empty text or list here, and
 * null or an empty list there. What was stored before a rule, or by hand, still opens: a value of another kind counts as empty.
 */
import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { parseDay } from '../day-in-words.ts';
import type { FieldWords } from './record-fields.ts';

export const text = z.string().catch('');
export const number = z.number().nullable().catch(null);
export const yesNo = z.boolean().catch(false);
export const ids = z.array(z.string()).catch([]);
export const files = z.array(z.number()).catch([]);
/** One of a vocabulary, or none yet. */
export const term = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(values).or(z.literal('')).catch('');
/** A relation to one record, as a list of none or one: the field that chooses is the same. */
export const oneId = z.preprocess((id) => (typeof id === 'string' ? [id] : []), z.array(z.string()));
/** The same for one file. */
export const oneFile = z.preprocess((id) => (typeof id === 'number' ? [id] : []), z.array(z.number()));
export const blocks = z.array(z.unknown()).nullable().catch(null);
/** What a place says of its access, as it is stored: its boxes and a note. */
export const Accessibility = z.object({
  mobility: yesNo,
  hearing: yesNo,
  sight: yesNo,
  intellectual: yesNo,
  psychological: yesNo,
  note: text,
});

export const orNull = (value: string): string | null => (value.trim() === '' ? null : value);
export const first = <Value>(list: readonly Value[]): Value | null => list[0] ?? null;

/** One thing to mend: where, and how. */
export interface RecordFault {
  readonly path: string;
  readonly message: string;
}

/** How much of what makes a record useful is there, 0 to 100, and what is not. */
export interface Completeness {
  readonly percent: number;
  readonly missing: readonly RecordFault[];
}

/** Texts as they are stored: hidden characters and spaces around them are nobody's. */
export const tidyText = (value: string): string => cleanText(value);

/** Every text of a form that stands in no row, as it is stored. */
export const tidyTexts = <Form extends object>(form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? tidyText(value) : value,
    ]),
  ) as Form;

/** A day as it is stored where it can be read, as typed where not. */
export function tidyDay(value: string, today: string, lies: 'ahead' | 'behind'): string {
  const read = value.trim() === '' ? null : parseDay(value, today, lies);
  return read?.ok ? read.value : value.trim();
}

/** What is wrong with a day that may be left empty. */
export function dayFault(path: string, value: string, today: string, lies: 'ahead' | 'behind'): RecordFault[] {
  const read = value.trim() === '' ? null : parseDay(value, today, lies);
  return read && !read.ok ? [{ path, message: read.message }] : [];
}

/** What a text that must be there lacks. @param sentence said when it is empty */
export function textFault(path: string, value: string, { limit }: FieldWords, sentence: string | null): RecordFault[] {
  const { length } = value.trim();
  if (length === 0) return sentence === null ? [] : [{ path, message: sentence }];
  return limit !== undefined && length > limit
    ? [{ path, message: `Ce texte fait ${length} caractères\u00a0; il en tient ${limit}. Raccourcissez-le.` }]
    : [];
}

/** Of a list of criteria: how much of it is there, in hundredths, and what is not. */
export function lacksOf(
  criteria: readonly (readonly [path: string, isThere: boolean, advice: string])[],
): Completeness {
  const missing = criteria.filter(([, isThere]) => !isThere).map(([path, , message]) => ({ path, message }));
  return { percent: Math.round((100 * (criteria.length - missing.length)) / criteria.length), missing };
}
