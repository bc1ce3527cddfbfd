/** Hours as French people type them, read once for every form: `15h15`, `1800`, `18:30`, `midi`, `de 18h à 20h30`. Clock times are `HH:MM`. */
import { withoutAccents } from './french.ts';
import { parsed, refused, type Parsed } from './parsed.ts';
import { endsNextMorning, formatClock } from './slots.ts';

/** What was typed in one field: an hour, or two of them. */
export interface Hours {
  readonly begin: string;
  readonly end: string | null;
}

const HOW = 'Écrivez-la comme 18h30, 9h ou midi, ou les deux heures ensemble\u00a0: 18h-20h30.';
const words = {
  unread: (text: string) => `«\u00a0${text}\u00a0» ne se lit pas comme une heure. ${HOW}`,
  noSuchHour: (text: string) => `«\u00a0${text}\u00a0»\u00a0: les heures vont de 0h à 23h59. ${HOW}`,
  oneDigit: (hour: string, digit: string) =>
    `«\u00a0${hour}h${digit}\u00a0» peut se lire ${hour}h0${digit} ou ${hour}h${digit}0\u00a0: écrivez les deux chiffres des minutes.`,
  glued: (text: string, hour: string, minute: string) =>
    `«\u00a0${text}\u00a0» peut se lire ${hour}h${minute}, ou de ${hour}h à ${minute}h\u00a0: écrivez ${hour}h${minute}, ou ${hour}h-${minute}h.`,
  whichHalf: (text: string) =>
    `«\u00a0${text}\u00a0» peut se lire de plusieurs façons\u00a0: écrivez les deux heures de 0h à 24h, comme 20h-21h.`,
  several: (text: string) =>
    `«\u00a0${text}\u00a0» dit plusieurs créneaux\u00a0: gardez le premier ici, et ajoutez une ligne pour chaque autre.`,
  endTwice: 'L’heure de fin est écrite deux fois, et pas de la même façon\u00a0: gardez-la à un seul endroit.',
  noBegin: (text: string) =>
    `«\u00a0${text}\u00a0» dit une heure de fin sans heure de début\u00a0: écrivez aussi le début, comme 18h-20h.`,
  onlyOne: (text: string) => `«\u00a0${text}\u00a0» dit deux heures\u00a0: n’en écrivez qu’une ici.`,
};

/** The longest that a field of hours takes while it is typed: "de 18 heures 30 à 20 heures 30". */
export const LONGEST_HOURS = 40;

const NAMED: Readonly<Record<string, number>> = { midi: 12, minuit: 0 };
const HALF: Readonly<Record<string, string>> = { 'et demi': '30', 'et demie': '30', 'et quart': '15', trente: '30' };

/** Between two hours. A dash needs no spaces; a word does, save after a figure. */
const BETWEEN =
  /\s*(?:[-~>→\p{Pd}\u2043\u2212\u02d7]+|\.{2,})\s*|\s*(?:jusqu'a|jusque(?: vers)?|a|et)(?:\s+(?=mi)|\s*(?=\d))/u;
/** What says that the one hour after it is the end. */
const ENDS =
  /^(?:(?:(?:fin|finit|se termine|termine) )?(?:jusqu'a|jusque|avant|au plus tard(?: a)?)|(?:fin|finit|se termine|termine)(?: a| vers)?|[-~>→\p{Pd}\u2043\u2212\u02d7]+|\.{2,})(?:\s+(?=mi)|\s*(?=\d))/u;
const SEVERAL = /[,;+/]|\bpuis\b/;

/** As it is compared: no accents, one kind of apostrophe and of space, lower case. */
const plain = (text: string): string =>
  withoutAccents(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[’‘`´′]/g, "'")
    .replace(/\s+/g, ' ')
    .replaceAll('apres-midi', 'apresmidi') // its dash parts no hours
    .trim();

const clock = (hour: number, minute: string): string => `${String(hour % 24).padStart(2, '0')}:${minute}`;

interface Read {
  readonly hour: number;
  readonly minute: string;
  /** "8 h du soir" */
  readonly half: 'morning' | 'afternoon' | null;
  /** "midi", "minuit" */
  readonly isNamed: boolean;
}

type NotRead = { readonly oneDigit: readonly [string, string] } | { readonly glued: readonly [string, string] };

/** One hour alone, already plain. Null when it is none. */
function readOne(text: string): Read | 'no such hour' | NotRead | null {
  const half = / ?du matin$/.test(text) ? 'morning' : / ?(?:du soir|de l'apresmidi)$/.test(text) ? 'afternoon' : null;
  const alone = text
    .replace(/ ?(?:du matin|du soir|de l'apresmidi)$/, '')
    .replace(/\s?(?:min(?:utes?)?|mn)$|(?<=[h:]\s?\d{2})\s?'$/, '');
  const named = /^(midi|minuit)(?: (et demie?|et quart|trente))?$/.exec(alone);
  if (named) {
    return { hour: NAMED[named[1] ?? ''] ?? 0, minute: HALF[named[2] ?? ''] ?? '00', half: null, isNamed: true };
  }
  // "9h12h": two hours, or one with its minutes. Of "9h30h" there is one reading.
  const glued = /^(\d{1,2}) ?h ?(\d{1,2}) ?h$/.exec(alone);
  if (glued && Number(glued[2]) <= 24) return { glued: [glued[1] ?? '', glued[2] ?? ''] };
  const spoken = /^(\d{1,2}) ?(?:heures?|h) (et demie?|et quart|trente)$/.exec(alone);
  const written = /^(\d{1,2}) ?(?:h|heures?|:|\.|,) ?(\d{1,2})?(?: ?(?:h|m))?(?::00(?:\.0+)?)?$/.exec(alone);
  const digits = /^(\d{1,2})(\d{2})$/.exec(alone);
  const bare = /^(\d{1,2})$/.exec(alone);
  const [, hours, minutes = '00'] = spoken ?? written ?? digits ?? bare ?? [];
  if (hours === undefined) return null;
  const minute = HALF[minutes] ?? minutes;
  if (minute.length === 1) return { oneDigit: [hours, minute] };
  const later = half === 'afternoon' && Number(hours) < 12 ? 12 : 0;
  const hour = Number(hours) + later;
  // The end of a day is the midnight that a clock shows.
  if (hour > 24 || Number(minute) > 59 || (hour === 24 && minute !== '00')) return 'no such hour';
  if (half === 'morning' && hour > 12) return 'no such hour';
  return { hour, minute, half, isNamed: false };
}

/** The hours that a reading may mean: "8h" beside "9h du soir" is one of two. */
const meantBy = ({ hour, half, isNamed }: Read): readonly number[] =>
  half !== null || isNamed || hour === 0 || hour >= 12 ? [hour] : [hour, hour + 12];

const makesSense = (begin: string, end: string): boolean => begin < end || endsNextMorning(begin, end);

/**
 * Whether two hours, of which one is said to be of the morning or of the evening, are what is written and nothing else:
 * "22h à 2h du matin", "10h à 4h de l’après-midi". Of "8h-9h du soir" nobody knows.
 */
function isOneReading(begin: Read, end: Read): boolean {
  const pairs = meantBy(begin).flatMap((first) => meantBy(end).map((last) => [first, last] as const));
  const sensible = pairs.filter(([first, last]) => makesSense(clock(first, begin.minute), clock(last, end.minute)));
  return sensible.length === 1 && sensible[0]?.[0] === begin.hour && sensible[0][1] === end.hour;
}

/** "18h/20h": two hours that are written as hours, the second after the first; « 12/12 » is a day. */
function slashedPair(text: string): string[] | null {
  const parts = text.split('/').map((part) => part.trim());
  const [first, last] = parts.map(readOne);
  if (parts.length !== 2 || !/[h:]|mi/.test(text) || !isRead(first) || !isRead(last)) return null;
  return makesSense(clock(first.hour, first.minute), clock(last.hour, last.minute)) ? parts : null;
}

/**
 * "18h 20h30": two hours that nothing but a space parts, the second after the first. Of "9h 12h" nobody knows whether it is 9h12:
 * one of them has its minutes, or is named.
 */
function spacedPair(text: string): string[] | null {
  const found = /^(\S+|\d{1,2} (?:h|heures?)) ((?:\d{1,2} ?(?:h|heures?|:) ?(?:\d{2}'?)?|midi|minuit))$/.exec(text);
  const parts = found ? [found[1] ?? '', found[2] ?? ''] : [];
  const [first, last] = parts.map(readOne);
  const areHours =
    parts.every((part) => /^\d{1,2} ?(?:h|:)|^mi/.test(part)) && /(?:h|:) ?\d{2}|mi/.test(parts.join('|'));
  if (!isRead(first) || !isRead(last) || !areHours) return null;
  const at = ({ hour, minute }: Read): number => hour * 60 + Number(minute);
  return at(first) < at(last) ? parts : null;
}

const isRead = (read: ReturnType<typeof readOne> | undefined): read is Read =>
  read !== null && typeof read === 'object' && 'hour' in read;

/**
 * Reads one hour or two, as they are typed in a form in French. What the product itself writes is read back
 * (`18 h 30`, `18 h – 20 h 30`, `à partir de 18 h`), and so is what is stored (`18:30:00.000`).
 * An end without a beginning is refused: stored as a beginning, residents would come when it is over.
 * Whether the end may come before the beginning is not decided here (`checkSlot`).
 */
export function parseHours(input: string): Parsed<Hours> {
  const typed = input.trim();
  const said = plain(typed)
    .replace(/[.!]+$/, '')
    .replace(/^(?:de|entre|des|a partir de|a|vers les|le matin|l'apresmidi|le soir)(?:\s+(?=mi)|\s*(?=\d))/, '');
  const text = said.replace(/(\d)\s?h\s?(?=\d)/g, '$1h');
  const ended = text.replace(ENDS, '').trim();
  if (ended !== text && isRead(readOne(ended))) return refused(words.noBegin(typed));
  if (ended !== text && /^[a-z]/.test(text) && BETWEEN.test(ended)) return refused(words.unread(typed));
  const pair = slashedPair(text) ?? spacedPair(said);
  const parts = pair ?? text.split(BETWEEN).filter((part) => part !== '');
  if (pair === null && (parts.length > 2 || SEVERAL.test(text.replace(/(\d),(\d\d)/, '$1.$2'))))
    return refused(words.several(typed));
  if (parts.length === 0) return refused(words.unread(typed));
  const reads: Read[] = [];
  for (const part of parts) {
    const read = readOne(part.trim());
    if (read === null) return refused(words.unread(typed));
    if (read === 'no such hour') return refused(words.noSuchHour(typed));
    if ('oneDigit' in read) return refused(words.oneDigit(...read.oneDigit));
    if ('glued' in read) return refused(words.glued(part.trim(), ...read.glued));
    reads.push(read);
  }
  const [first, last] = reads;
  if (first && last && (first.half ?? last.half) !== null && !isOneReading(first, last))
    return refused(words.whichHalf(typed));
  const [begin = '', end = null] = reads.map(({ hour, minute }) => clock(hour, minute));
  return parsed({ begin, end });
}

/** « jusqu’à » before an hour, where the field itself says that it is an end. */
const withoutEnds = (text: string): string => plain(text).replace(ENDS, '');

/** One hour alone. @returns `HH:MM` */
export function parseHour(input: string): Parsed<string> {
  const read = parseHours(input);
  if (!read.ok) return read;
  return read.value.end === null ? parsed(read.value.begin) : refused(words.onlyOne(input.trim()));
}

/** Two fields of a form, as typed, each `HH:MM` or whatever was typed; empty when nothing was. */
interface TypedPair {
  readonly begin: string;
  readonly end: string;
}

/** The pair that two fields say, or which of them is to be mended. */
export type ReadPair =
  | { readonly ok: true; readonly value: TypedPair }
  | { readonly ok: false; readonly field: 'begin' | 'end'; readonly message: string };

/** Reads the two fields of a beginning and an end. Both hours may have been typed into the first. */
export function readPair({ begin, end }: TypedPair): ReadPair {
  const first = begin.trim() === '' ? null : parseHours(begin);
  if (first && !first.ok) return { ok: false, field: 'begin', message: first.message };
  const isEndAlone = end.trim() !== '' && ENDS.test(plain(end));
  const last = end.trim() === '' ? null : parseHour(isEndAlone ? withoutEnds(end) : end);
  if (last && !last.ok) return { ok: false, field: 'end', message: last.message };
  const typedWithTheFirst = first?.value.end ?? null;
  if (typedWithTheFirst !== null && last && last.value !== typedWithTheFirst) {
    return { ok: false, field: 'end', message: words.endTwice };
  }
  return { ok: true, value: { begin: first?.value.begin ?? '', end: last?.value ?? typedWithTheFirst ?? '' } };
}

/** The pair as it is stored where both can be read; as it was typed where not, so that nothing is lost. */
export function pairAsStored(pair: TypedPair): TypedPair {
  const read = readPair(pair);
  return read.ok ? read.value : pair;
}

/** How a field shows a pair that was read ("18 h – 20 h 30"), and what was typed of one that was not. */
export function pairAsShown({ begin, end }: TypedPair): string {
  const read = readPair({ begin, end });
  // An end without a beginning has no words of its own: it is shown as an end, and refused where it is checked.
  if (!read.ok || read.value.begin === '') return begin === '' ? end : begin;
  const begins = hourAsShown(read.value.begin);
  return read.value.end === '' ? begins : `${begins}\u00a0–\u00a0${hourAsShown(read.value.end)}`;
}

/** Residents read the last minute of a day as « minuit »; in a form it stays what it is, or it would be stored as the first. */
const LAST_MINUTE = '23:59';

/** How a field shows an hour, `HH:MM`: as residents read it, so that it is read back the same. */
export const hourAsShown = (time: string): string => (time === LAST_MINUTE ? '23\u00a0h\u00a059' : formatClock(time));
