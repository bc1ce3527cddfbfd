/**
 * An address as the French post reads it by machine (NF Z 10-011, « Rédigez correctement l’adresse »): at most six lines of at
 * most 38 characters, from the particular to the general, the last in capitals and without punctuation:
 *
 * 1. who; 2. who, continued; 3. where in the place: building, entrance, « chez »; 4. number and way; 5. box or hamlet;
 * 6. post code and town.
 *
 * The last lines decide whether a letter arrives, so that the first ones give way: what is long is first written short
 * (`abbreviations.ts`), then set over the lines that are free, and only then cut, which is told.
 */
import { withoutAccents } from '../french.ts';
import { shortenedForPrint } from '../print-length.ts';
import { abbreviations } from './abbreviations.ts';

export const MOST_LINES = 6;
export const MOST_CHARACTERS = 38;

/** What an entry holds of a postal address, and whose it is. */
export interface PostalAddress {
  readonly name: string;
  readonly complement: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** A line that could not stand whole on the envelope. */
export interface EnvelopeCut {
  readonly part: 'name' | 'complement' | 'street' | 'box' | 'town';
  readonly was: string;
  readonly becomes: string;
}

export interface EnvelopeBlock {
  /** One to six lines; the name alone when no town is known. */
  readonly lines: readonly string[];
  /** False without a town: nothing can be delivered then. */
  readonly isAddressed: boolean;
  readonly cuts: readonly EnvelopeCut[];
}

const length = (text: string): number => Array.from(text).length;
const tidy = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

const asWord = (text: string): string => withoutAccents(text).toLowerCase().replaceAll('’', "'");

/** Written short, expression by expression from the left, no more than it needs to fit. */
function shortened(text: string, most = MOST_CHARACTERS): string {
  let words = text.split(' ');
  for (let at = 0; at < words.length && length(words.join(' ')) > most; at += 1) {
    const match = abbreviations.find(([expression]) =>
      expression.every((word, index) => asWord(words[at + index] ?? '') === word),
    );
    if (match) words = [...words.slice(0, at), match[1], ...words.slice(at + match[0].length)];
  }
  return words.join(' ');
}

/** Words over as many lines as they need. A word that is longer than a line is cut. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && length(`${last} ${word}`) <= MOST_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortenedForPrint(word, MOST_CHARACTERS));
  }
  return lines;
}

/** Parts on as few lines as they need: several on one line while they find room, one over several when it is long. */
function packed(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts.flatMap((one) => wrapped(one))) {
    const last = lines.at(-1);
    if (last !== undefined && length(`${last}, ${part}`) <= MOST_CHARACTERS)
      lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Into `room` lines at most: as it stands, else written short, else cut at the end of the last line. */
function fitted(parts: readonly string[], room: number): { lines: string[]; isCut: boolean } {
  const hasLongWord = parts.some((part) => part.split(' ').some((word) => length(word) > MOST_CHARACTERS));
  const whole = parts.every((part) => length(part) <= MOST_CHARACTERS) ? [...parts] : packed(parts);
  if (whole.length <= room) return { lines: whole, isCut: hasLongWord };
  // Each part on one line where writing it short does that, then all on the lines that there are.
  for (const most of [MOST_CHARACTERS, 0]) {
    const short = packed(parts.map((part) => shortened(part, most)));
    if (short.length <= room) return { lines: short, isCut: hasLongWord };
  }
  const short = packed(parts.map((part) => shortened(part, 0)));
  if (room <= 0) return { lines: [], isCut: parts.length > 0 };
  const rest = shortenedForPrint(short.slice(room - 1).join(', '), MOST_CHARACTERS);
  return { lines: [...short.slice(0, room - 1), rest], isCut: true };
}

/** Parts of a field that is too long for one line, or that holds what belongs on another. */
const partsOf = (field: string): string[] =>
  tidy(field)
    .split(/\s*[,;]\s+|\s+[–—-]\s+/u)
    .map((part) => part.trim())
    .filter(Boolean);

/** Stands below the way: boxes of a post office, and hamlets (line 5). */
const BOX = /^(?:BP|B\.\s?P\.|CS|TSA|CIDEX|bo[îi]te postale|lieu[- ]?dit|poste restante)(?![\p{L}])/iu;
/** A number, with its repetition. */
const NUMBER = /^\d{1,5}(?:\s?(?:bis|ter|quater|[a-z]))?\s/iu;

/** The field of the street as way and as what else stands in it. */
function readStreet(street: string): { way: string[]; others: string[] } {
  const whole = tidy(street);
  const parts = partsOf(street);
  if (parts.length < 2) return { way: whole === '' ? [] : [whole], others: [] };
  // « 12, rue des Écoles »: the comma is none between parts.
  const joined = /^\d{1,5}\w?$/u.test(parts[0] ?? '') ? [`${parts[0]} ${parts[1]}`, ...parts.slice(2)] : parts;
  const at = joined.findIndex((part) => NUMBER.test(part));
  const isShort = length(whole) <= MOST_CHARACTERS && !joined.some((part) => BOX.test(part));
  if (isShort) return { way: [whole], others: [] };
  const index = at < 0 ? joined.findLastIndex((part) => !BOX.test(part)) : at;
  return {
    way: joined.filter((_, place) => place === index),
    others: joined.filter((_, place) => place !== index),
  };
}

/** Without accents, hyphens and punctuation: what sorting machines read without doubt. */
const capitals = (town: string): string =>
  withoutAccents(town)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim() || town;

/** The lines of an envelope, and what could not stand on them. */
export function envelopeAddress(address: PostalAddress): EnvelopeBlock {
  const cuts: EnvelopeCut[] = [];
  const fit = (part: EnvelopeCut['part'], parts: readonly string[], room: number): string[] => {
    const { lines, isCut } = fitted(parts, room);
    if (isCut) cuts.push({ part, was: parts.join(', '), becomes: lines.join(', ') });
    return lines;
  };
  const name = tidy(address.name);
  if (tidy(address.city) === '') return { lines: fit('name', [name], 2), isAddressed: false, cuts };

  const { way, others } = readStreet(address.street);
  const beside = [...partsOf(address.complement), ...others];
  const boxes = beside.filter((part) => BOX.test(part));
  const complement = beside.filter((part) => !BOX.test(part));

  const town = fit('town', [capitals(tidy(`${address.postalCode} ${address.city}`))], 1);
  const box = fit('box', boxes.length > 0 ? [boxes.join(' ')] : [], 1);
  // One line is the norm; a second is taken only from what stands above.
  const oneLine = fitted(way, 1);
  const street = oneLine.isCut ? fit('street', way, 2) : oneLine.lines;
  const room = MOST_LINES - town.length - box.length - street.length;
  const wanted = fitted([name], 2).lines.length;
  const above = fit('complement', complement, room - (fitted(complement, room - wanted).isCut ? 1 : wanted));
  const who = fit('name', [name], Math.min(2, room - above.length));
  return { lines: [...who, ...above, ...street, ...box, ...town], isAddressed: true, cuts };
}
