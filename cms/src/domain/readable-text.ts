/**
 * A text as a reader, a telephone or a browser takes it, to look for numbers and addresses in it. This is the one place where
 * spellings are undone, for the rule that editors meet, for the export that is cleared and for the gate of a release. Each
 * character remembers where it stands in the original, so that what is found can be cut out of the original.
 */
import { hasNumberWords, numberWords } from './number-words.ts';

export interface ReadableText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where it begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface Unit {
  readonly char: string;
  readonly start: number;
  readonly end: number;
}

/** Accents once they are decomposed, and format characters: directional marks around pasted numbers, soft hyphens, joiners. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;
const DIGIT = /^\p{Nd}$/u;
/** Superscripts, and figures in circles: digits of a number, or the mark of a note beside one. */
const NOTE_MARK = /\p{No}/u;
const NOTE_MARKS = /^\p{No}$/u;

/** First figure of each row of figures in circles that Unicode does not decompose, and how many there are. */
const CIRCLED: readonly [first: number, value: number, count: number][] = [
  [0x24ff, 0, 1],
  [0x24f5, 1, 10],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
];

/**
 * Letters of other alphabets that cannot be told from Latin ones, and full stops that a domain may be typed with (Unicode
 * UTS 39, confusables; UTS 46).
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p', ѕ: 's', т: 't' },
    ...{
      у: 'y',
      х: 'x',
      ԁ: 'd',
      һ: 'h',
      ԛ: 'q',
      ԝ: 'w',
      ӏ: 'l',
      ι: 'i',
      ο: 'o',
      ρ: 'p',
      ν: 'v',
      α: 'a',
      υ: 'u',
      ı: 'i',
    },
    ...{ '。': '.', '·': '.', '•': '.', '∙': '.', '⋅': '.' },
  }),
);

/** Characters of HTML that stand in numbers and addresses, by their names; the others are left as they are written. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", commat: '@', period: '.', plus: '+', sol: '/', bsol: '\\' },
  ...{ lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', lowbar: '_', hyphen: '-', dash: '-' },
  ...{ ndash: '–', mdash: '—', laquo: '«', raquo: '»', tab: '\t', newline: '\n', middot: '.', bull: '.' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', numsp: ' ', puncsp: ' ', hairsp: ' ', mediumspace: ' ' },
  ...{ shy: '', zwj: '', zwnj: '', lrm: '', rlm: '', zerowidthspace: '', nobreak: '', num: '#', percnt: '%' },
  ...{ eacute: 'e', egrave: 'e', ecirc: 'e', agrave: 'a', acirc: 'a', ccedil: 'c', icirc: 'i', ocirc: 'o', ucirc: 'u' },
};

const PLAIN = /^[\x20-\x24\x26-\x7e\n\t]*$/;
const HAS_ENTITY = /&(?:#[\dx]|[a-z]{2,16};)/i;
const ENCODED = /(?:%[0-9a-f]{2})+|&(?:#(?:\d{1,7}|x[\da-f]{1,6});?|[a-z]{2,16};)/g;
/** `%252B` is `%2B` in an address that stands inside another address, `&amp;#48;` is `&#48;` in a page about pages. */
const MOST_LAYERS = 3;

function circled(code: number): string | null {
  for (const [first, value, count] of CIRCLED)
    if (code >= first && code < first + count) return String(value + code - first);
  return null;
}

/** Digits stand in tens, one script after the other. */
function decimalValue(code: number): number {
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function folded(char: string): string {
  if (char <= '~') return char.toLowerCase();
  const plain = char.normalize('NFKD').toLowerCase().replace(UNSEEN, '');
  if (plain <= '~') return plain;
  const code = plain.codePointAt(0) ?? 0;
  if (DIGIT.test(plain)) return String(decimalValue(code));
  return circled(code) ?? LOOK_ALIKES.get(plain) ?? plain;
}

const unitsOf = (text: string, start: number, end: number): Unit[] =>
  [...text].flatMap((char) => [...folded(char)].map((one) => ({ char: one, start, end })));

/** The characters that a run of `%XX` stands for; bytes that are no UTF-8 stay as they are written. */
function decodedRun(run: readonly Unit[]): Unit[] {
  const text = run.map(({ char }) => char).join('');
  const units: Unit[] = [];
  for (let at = 0; at < text.length;) {
    const bytes = [1, 2, 3, 4].find((count) => decodes(text.slice(at, at + 3 * count), count));
    const [first, last] = [run[at], run[at + 3 * (bytes ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    if (bytes === undefined) units.push(...run.slice(at, at + 3));
    else units.push(...unitsOf(decodeURIComponent(text.slice(at, at + 3 * bytes)), first.start, last.end));
    at += 3 * (bytes ?? 1);
  }
  return units;
}

function decodes(text: string, bytes: number): boolean {
  if (text.length < 3 * bytes) return false;
  try {
    return [...decodeURIComponent(text)].length === 1;
  } catch {
    return false;
  }
}

/** The character that an entity of HTML stands for; the same units when it stands for none that is known. */
function decodedEntity(run: readonly Unit[]): readonly Unit[] {
  const name = run
    .map(({ char }) => char)
    .join('')
    .slice(1)
    .replace(';', '');
  const code = /^#x/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const char = name.startsWith('#')
    ? code > 0 && code <= 0x10ffff
      ? String.fromCodePoint(code)
      : null
    : ENTITIES[name];
  const [first, last] = [run[0], run.at(-1)];
  return char === null || char === undefined || !first || !last ? run : unitsOf(char, first.start, last.end);
}

/** One layer of encoding less. The same list when there is none. @param text of the units */
function decoded(text: string, units: readonly Unit[]): readonly Unit[] {
  if (!text.includes('%') && !text.includes('&')) return units;
  const result: Unit[] = [];
  let from = 0;
  for (const { index, 0: run } of text.matchAll(ENCODED)) {
    const part = units.slice(index, index + run.length);
    // One by one: a bundle of a site is one text of a megabyte, and a call takes no such number of arguments.
    for (const unit of units.slice(from, index)) result.push(unit);
    for (const unit of run.startsWith('%') ? decodedRun(part) : decodedEntity(part)) result.push(unit);
    from = index + run.length;
  }
  if (from === 0) return units;
  for (const unit of units.slice(from)) result.push(unit);
  return result;
}

const textOf = (units: readonly Unit[]): string => units.map(({ char }) => char).join('');

const splitUnit = (unit: Unit): Unit[] =>
  unit.char.length === 1 ? [unit] : unit.char.split('').map((char) => ({ ...unit, char }));

const asReadable = (units: readonly Unit[]): ReadableText => ({
  text: textOf(units),
  starts: units.map(({ start }) => start),
  ends: units.map(({ end }) => end),
});

/** Characters of the original in the order in which they are read. */
function typed(text: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const char of text) {
    units.push({ char, start: at, end: at + char.length });
    at += char.length;
  }
  return units;
}

function read(units: readonly Unit[], marks: 'digits' | 'apart' = 'digits'): ReadableText {
  // One UTF-16 unit each: positions in the joined text are positions in the list.
  const first: Unit[] = [];
  for (const unit of units) {
    const { char, start, end } = unit;
    if (char <= '~') first.push(char >= 'A' && char <= 'Z' ? { char: char.toLowerCase(), start, end } : unit);
    else if (marks === 'apart' && NOTE_MARKS.test(char)) first.push({ char: ' ', start, end });
    else for (const one of unitsOf(char, start, end)) first.push(...splitUnit(one));
  }
  let now: readonly Unit[] = first;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const text = textOf(now);
    const next = decoded(text, now);
    if (next === now) return { text, starts: now.map(({ start }) => start), ends: now.map(({ end }) => end) };
    now = next.flatMap(splitUnit);
  }
  return asReadable(now);
}

/**
 * The text with digits of every script as 0 to 9, capitals as small letters, no accents, nothing invisible, letters of other
 * alphabets as the Latin ones that they look like, and `%2B` and `&#43;` decoded.
 */
export function readableText(text: string): ReadableText {
  if (!PLAIN.test(text) || HAS_ENTITY.test(text)) return read(typed(text));
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { text: text.toLowerCase(), starts, ends: starts.map((start) => start + 1) };
}

/** The text with something else in the place of each match, which may be empty; the same object when there is none. */
export function rewritten(of: ReadableText, pattern: RegExp, instead: (match: string) => string): ReadableText {
  let from = 0;
  let isSame = true;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (to: number) => {
    text += of.text.slice(from, to);
    for (let at = from; at < to; at += 1) {
      starts.push(of.starts[at] ?? 0);
      ends.push(of.ends[at] ?? 0);
    }
  };
  for (const { index, 0: match } of of.text.matchAll(pattern)) {
    const said = instead(match);
    if (said === match) continue;
    keep(index);
    const [start, end] = placeOf(of, index, match.length);
    text += said;
    // As long as before, it was rewritten character by character.
    const isEach = said.length === match.length;
    for (let at = 0; at < said.length; at += 1) {
      starts.push(isEach ? (of.starts[index + at] ?? 0) : start);
      ends.push(isEach ? (of.ends[index + at] ?? 0) : end);
    }
    from = index + match.length;
    isSame = false;
  }
  if (isSame) return of;
  keep(of.text.length);
  return { text, starts, ends };
}

/** Where a match stands in the original; an empty one before the character that follows it. */
function placeOf({ starts, ends }: ReadableText, index: number, length: number): [start: number, end: number] {
  if (length === 0) return [starts[index] ?? 0, starts[index] ?? 0];
  return [Math.min(...starts.slice(index, index + length)), Math.max(...ends.slice(index, index + length))];
}

const TAG = /<(?:\/?[a-z][^<>]{0,200}|!--[^<>]{0,200}--)>/g;
/** Tags that end a line or a cell; the others do not part what stands on both sides. */
const PARTING_TAG = /^<\/?(?:br|p|div|li|ul|ol|td|th|tr|table|h[1-6]|hr|dt|dd|dl|section|article|blockquote)\b/;
/** Markdown puts one before a sign that is to stay one: `06\.39`, `marie\_d\@example.org`. */
const ESCAPE = /\\(?=[^a-z0-9\s])/g;
const REPEATED = /([^\da-z\s]\s?)\1{2,}/g;

/** Letters that are typed for digits, or read for them by whatever turned a picture into text. */
const AS_DIGITS: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', z: '2', s: '5', b: '8' };
const LOOKING = Object.keys(AS_DIGITS).join('');
/** Words of nothing but digits and such letters, one after the other. */
const DIGIT_WORDS = new RegExp(`(?<![a-z\\d])[\\d${LOOKING}]+(?:[^\\da-z]{1,8}[\\d${LOOKING}]+)*(?![a-z\\d])`, 'g');
const [PARTING, LETTER, LAST_FIGURE] = [10, 11, 0x39] as const;
/** Fewer digits than these among them: they are words. */
const FEWEST_DIGITS = 4;

function asDigits(said: string): string {
  if ((said.match(/\d/g)?.length ?? 0) < FEWEST_DIGITS) return said;
  return said.replace(/[a-z]/g, (letter) => AS_DIGITS[letter] ?? letter);
}

/** The sign of an address by its French names, between letters too: nothing else is called so. */
const AT_NAMED =
  /[\s,;:]{0,3}(?:(?:signe\s)?arr?oba[sz]{1,2}(?:e|que)?|(?<![a-z0-9])a[\s-]commercial(?![a-z0-9]))[\s,;:]{0,3}/g;
/** Typed into an address for robots, which every reader leaves out. */
const AGAINST_ROBOTS = /(?<=[@.])(?:no|anti|sans|enlever|remove)[._-]?spam[._-]?/g;
/** One letter after the other, a space between any two. */
const LETTERS_APART = /(?<!\S)(?:\S\s){7,}[^\s,;:!?)](?![^\s,;:!?).])/g;
/** Whatever stands between two digits is read as one space when it is long, in whatever signs. */
const LONG_GAP = /(?<=\d)[^\d\p{L}]{9,}(?=\d)/gu;

/** What is left once everything is undone that a reader looks past: tags, escapes, words and letters for digits, rows of dots. */
function leniently(of: ReadableText): ReadableText {
  const bare = rewritten(
    rewritten(of, TAG, (tag) => (PARTING_TAG.test(tag) ? ' ' : '')),
    ESCAPE,
    () => '',
  );
  const words = rewritten(bare, ...numberWords);
  const dictated = words === bare ? words : rewritten(words, /(?<=\d),\s(?=\d)/g, () => ' ');
  const inDigits = rewritten(dictated, DIGIT_WORDS, asDigits);
  const short = rewritten(
    rewritten(inDigits, REPEATED, ([sign = '']) => sign),
    LONG_GAP,
    () => ' ',
  );
  const signed = rewritten(short, AT_NAMED, () => '@');
  if (!signed.text.includes('@')) return signed;
  return rewritten(
    // The first may be a word: « écrire à m a r i e @ … ».
    rewritten(
      signed,
      LETTERS_APART,
      (letters) => `${letters.replace(/\s/g, '')} ${letters.slice(2).replace(/\s/g, '')}`,
    ),
    AGAINST_ROBOTS,
    () => '',
  );
}

const JOINT = '[\\s.,;:/()_–—-]{0,3}';
/** Signs by their names, as a number is dictated, and what is said between two parts of it. */
const SPOKEN = '(?:puis|point|tiret|espace|virgule|slash|barre)';
const AND = '(?:et(?:[^a-z]{1,2}puis)?|ensuite|enfin|suivie?s?\\sde)';
/** Two pairs that nothing but a sign of a number parts: days that are listed have commas, and mean no number. */
const PAIRS = '\\d\\d[ ./_-]{1,3}\\d\\d';
const SPOKEN_JOINT = `${JOINT}(?:${SPOKEN}|(?<=${PAIRS}${JOINT})${AND}|${AND}(?=${JOINT}${PAIRS}))${JOINT}`;
const SPOKEN_JOINTS = new RegExp(`(?<=\\d)${SPOKEN_JOINT}(?=\\d)`, 'g');
/** The same letters between all pairs: `06x39x98x00x12`. */
const LETTERED = `(?<![\\da-z])(?:\\+?33[^\\da-z]?)?0?\\d{1,2}([a-z]{1,2})\\d\\d(?:\\1\\d\\d){3}(?![\\da-z])`;
const LETTERED_NUMBER = new RegExp(LETTERED, 'g');
/** A day without its year; a number is parted by one sign throughout. */
const LONE_DAY = /(?<!\d|\d[./-])(?:0?[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])(?![./-]?\d)/g;

/** Whether parts of a number may be joined by words, in a text as it was typed. */
const MAY_BE_JOINED = new RegExp(`\\d\\d${JOINT}(?:${SPOKEN}|${AND})${JOINT}\\d\\d|${LETTERED}`, 'i');
const ENOUGH_DIGITS = /(?:\d\D*){9}/;
export const mayBeJoined = (text: string): boolean => MAY_BE_JOINED.test(text) && ENOUGH_DIGITS.test(text);

/** The parts of a number without the words between them: « 06 39 98 puis 00 12 », « 06 point 39 point 98… ». */
function withoutJoints(of: ReadableText): ReadableText {
  const days = rewritten(of, LONE_DAY, (day) => 'n'.repeat(day.length));
  const joined = rewritten(days, SPOKEN_JOINTS, () => ' ');
  const parted = rewritten(joined, LETTERED_NUMBER, (number) => number.replace(/[a-z]/g, ' '));
  return parted === days ? of : parted;
}

const SIGN = '[ ./_-]';
/** A French number in one piece, or in pairs. */
const WHOLE = `(?:0|(?:\\+|00)33${SIGN}?)[1-9](?:\\d{8}|(?:${SIGN}\\d\\d){4})`;
const IN_PAIRS = `0[1-9](${SIGN})\\d\\d(?:\\1\\d\\d){3}(?!\\d)`;
/** Where another number begins although nothing parts the two; where a number ends that a year or a postal code is glued to. */
const GLUED = new RegExp(
  `(?<=\\d)(?:(?=\\+)|(?=${IN_PAIRS})|(?<=(?<!\\d)(?:${WHOLE}){1,3})(?=(?:${WHOLE}){1,3}(?!\\d))|(?<=(?<!\\d)0[1-9](?:${SIGN}\\d\\d){4})(?=\\d{4}))`,
  'g',
);
const apart = (of: ReadableText): ReadableText => rewritten(of, GLUED, () => ' n ');

/** Where a word begins with a capital although nothing parts it from what stands before: « …@example.org.Merci », « frMerci ». */
const GLUED_CAPITAL =
  /(?<=[\p{Ll}\d]\.?)(?=\p{Lu}\p{Ll})|(?<=[\p{Ll}\d])(?=(?:AT|CHEZ)[\p{Ll}\d])|(?<=[\p{Ll}\d](?:AT|CHEZ))(?=[\p{Ll}\d])/gu;

/** The text with a space wherever a word is glued to what stands before it; null when none is. */
function withWordsApart(text: string): ReadableText | null {
  const glued = new Set([...text.matchAll(GLUED_CAPITAL)].map(({ index }) => index));
  if (glued.size === 0) return null;
  return read(
    typed(text).flatMap((unit) =>
      glued.has(unit.start) ? [{ char: ' ', start: unit.start, end: unit.start }, unit] : [unit],
    ),
  );
}

const OVERRIDE = '\u202e';
const RIGHT_TO_LEFT = /[\u202b\u202e\u2067]/;
/** A run that is set from right to left, up to where its direction ends (Unicode UAX 9). */
const SET_BACKWARDS = /([\u202b\u202e\u2067])([^\n\u202c\u2069]*)/gu;
const GROUP = /[\p{L}\p{N}\p{M}@]+|[^\p{L}\p{N}\p{M}@]+/gu;

/**
 * The characters in the order in which the page shows them: after U+202E the last one first; in an embedding from right to
 * left the last group of digits first.
 */
function asShown(text: string): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  const place = (part: string, start: number): Unit[] =>
    typed(part).map((unit) => ({ ...unit, start: unit.start + start, end: unit.end + start }));
  for (const { index, 0: whole, 1: mark = '', 2: run = '' } of text.matchAll(SET_BACKWARDS)) {
    for (const unit of place(text.slice(from, index), from)) units.push(unit);
    const start = index + mark.length;
    // One by one: a run may be as long as a program, which is more than a call takes arguments.
    const groups =
      mark === OVERRIDE
        ? [place(run, start).reverse()]
        : [...run.matchAll(GROUP)].reverse().map((group) => place(group[0], start + group.index));
    for (const group of groups) for (const unit of group) units.push(unit);
    from = index + whole.length;
  }
  return [...units, ...place(text.slice(from), from)];
}

/**
 * Digits that are no telephone number, however they fall: a day (06/12/2026, 2026-12-06), three days or more that follow one
 * another (06.12, 13.12, 20.12), a SIREN or a SIRET as they are printed. Nobody parts a number like that.
 */
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAYS = new RegExp(
  `(?<!\\d|\\d[./-])${DAY}([./-])${MONTH}(?:(?!\\1\\d)[^\\da-z]{1,4}(?:(?:et|puis|le|les)[^\\da-z]{1,3}){0,2}${DAY}\\1${MONTH}){2,}(?!\\1?\\d)`,
  'g',
);
const OTHER_NUMBERS =
  /(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])([/.-])(?:0[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([/.-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01])|\d{3}\s\d{3}\s\d{3}\s\d{5}|(?<=siren\W{1,5})\d{3}\s?\d{3}\s?\d{3})(?!\d)/g;
const masked = (digits: string): string => 'n'.repeat(digits.length);
const withoutOthers = (of: ReadableText): ReadableText => rewritten(rewritten(of, OTHER_NUMBERS, masked), DAYS, masked);

/**
 * The ways in which a text may be read, the plain one first. What is no number in one may be one in another: a « ² » is a digit
 * or the mark of a note, an « O » a letter or a zero.
 */
export function readings(text: string): readonly ReadableText[] {
  const plain = readableText(text);
  const all = [withoutOthers(plain)];
  const keep = (reading: ReadableText) => {
    if (all.every((one) => one.text !== reading.text)) all.push(reading);
  };
  const add = (found: ReadableText) => {
    const reading = withoutOthers(found);
    keep(reading);
    keep(apart(reading));
    keep(withoutJoints(reading));
  };
  add(plain);
  add(leniently(plain));
  const wordsApart = withWordsApart(text);
  if (wordsApart) add(leniently(wordsApart));
  if (NOTE_MARK.test(text)) add(leniently(read(typed(text), 'apart')));
  if (RIGHT_TO_LEFT.test(text)) {
    const shown = read(asShown(text));
    add(shown);
    add(leniently(shown));
  }
  return all;
}

/** What a text is made of, so that most texts are known at a glance to say nothing. */
export interface Glance {
  /** Four digits at least stand in it, as they are typed. */
  readonly hasDigits: boolean;
  readonly hasAt: boolean;
  /** Something is read otherwise than it is written, but for capitals, accents and letters for digits. */
  readonly isDisguised: boolean;
}

/** Characters that are typed every day, by their code points; all others are looked at closely. Neither digits nor signs of markup. */
const EVERY_DAY =
  '\\t\\n\\r !"#$\'-/:;=>?A-Z[\\]^_`a-z{|}~\\u00a0-\\u00ac\\u00ae-\\u00b1\\u00b4-\\u00b6\\u00b8\\u00ba\\u00bb\\u00bf-\\u0130\\u0132-\\u017f\\u2009\\u2010-\\u2021\\u2026\\u202f\\u2030-\\u203a\\u20ac';
const WORDS_ALONE = new RegExp(`^[${EVERY_DAY}]*$`);
const ORDINARY = new RegExp(`^[${EVERY_DAY}\\d@%&<\\\\]*$`);
const MARKED_UP = /%[0-9a-f]{2}|&(?:#[\dx]|[a-z]{2,16};)|<[/a-z!]|\\/i;
const HAS_DIGITS = new RegExp(`(?:\\d\\D*){${FEWEST_DIGITS}}`);
const NO_GLANCE: Glance = { hasDigits: false, hasAt: false, isDisguised: false };

/** A territory has hundreds of thousands of texts, and nearly none says a number: the engine's own searches are the fastest look. */
export function glance(text: string): Glance {
  if (WORDS_ALONE.test(text)) return hasNumberWords(text, false) ? { ...NO_GLANCE, isDisguised: true } : NO_GLANCE;
  const hasDigits = HAS_DIGITS.test(text);
  return {
    hasDigits,
    hasAt: text.includes('@'),
    isDisguised:
      !ORDINARY.test(text) ||
      MARKED_UP.test(text) ||
      hasNumberWords(text, hasDigits) ||
      (hasDigits && mayBeJoined(text)),
  };
}

/** Of each character of ASCII: the digit that it is or is typed for; 10 for one that may part digits, 11 for a letter that may not. */
const RUN_KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return /[\da-z]/.test(char) ? Number(/\d/.test(char) ? char : (AS_DIGITS[char] ?? LETTER)) : PARTING;
});

/**
 * Every run of digits of a text that is not disguised, letters for digits among them, whatever parts them: more than there are,
 * and none too few.
 * @param shortest digits; shorter runs are left out
 */
export function digitRuns(text: string, shortest: number): string[] {
  const runs: string[] = [];
  let run = '';
  let figures = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at); // NaN after the last one
    const is = at === text.length ? LETTER : code < 0x80 ? (RUN_KINDS[code] ?? PARTING) : PARTING;
    if (is < PARTING) {
      run += is;
      if (code <= LAST_FIGURE) figures += 1;
    } else if (is === LETTER) {
      if (figures >= FEWEST_DIGITS && run.length >= shortest) runs.push(run);
      run = '';
      figures = 0;
    }
  }
  return runs;
}
