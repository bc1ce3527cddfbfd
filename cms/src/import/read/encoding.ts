/** Bytes of a text file as text. A file seldom says how it is encoded: what reads like French is taken. */
import iconv from 'iconv-lite';
import { remarks } from './words.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly remarks: readonly string[];
}

/**
 * One byte a character, the likeliest first: Excel for Windows, Excel for Mac ("CSV (Macintosh)"), Excel's "CSV (MS-DOS)".
 * TextDecoder knows Mac Roman (WHATWG `macintosh`), and no page of MS-DOS: that one is iconv-lite's.
 */
const SINGLE_BYTE = ['windows-1252', 'macintosh', 'cp850'] as const;
type SingleByte = (typeof SINGLE_BYTE)[number];

const decodeAs = (bytes: Uint8Array, encoding: SingleByte): string =>
  encoding === 'cp850' ? iconv.decode(Buffer.from(bytes), 'cp850') : new TextDecoder(encoding).decode(bytes);

const HIGH = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
/** Enough to tell encodings apart; the first accents of a file are like the others. */
const LARGEST_SAMPLE = 20_000;

const LOWER = 'éèêëàâçîïôûùüœæ';
const UPPER = 'ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆ';
const APOSTROPHES = '’‘';
const PUNCTUATION = '“”«»…–—•·°€²³\u00a0\u202f';
const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);

/** How much a character looks at home between its neighbours, in French. */
function likeness(char: string, before: string, after: string): number {
  if (LOWER.includes(char)) {
    if (isUpper(before) && isUpper(after)) return 3; // capitals whose accents stayed small: « COLLèGE »
    return isLetter(before) || isLetter(after) ? 4 : 0;
  }
  if (UPPER.includes(char)) {
    if (isLower(before)) return -4;
    return isLetter(after) || isUpper(before) ? 3 : 0;
  }
  if (APOSTROPHES.includes(char)) return isLetter(before) && isLetter(after) ? 3 : 0;
  if (PUNCTUATION.includes(char)) return isLetter(before) && isLetter(after) ? -3 : 1;
  if (/[\u0080-\u009f]/.test(char)) return -4;
  if (isLetter(char)) return -1; // of other languages: names have them, a little
  return -4; // signs of mathematics, frames of boxes, currencies
}

/** The single-byte encoding whose accents make the most French words. */
function likeliest(bytes: Uint8Array): SingleByte {
  const places: number[] = [];
  for (let at = 0; at < bytes.length && places.length < LARGEST_SAMPLE; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80) places.push(at);
  }
  let best: { encoding: SingleByte; score: number } | null = null;
  for (const encoding of SINGLE_BYTE) {
    const high = decodeAs(HIGH, encoding);
    const charAt = (at: number): string => {
      const byte = bytes[at];
      if (byte === undefined) return ' ';
      return byte < 0x80 ? String.fromCharCode(byte) : (high[byte - 0x80] ?? ' ');
    };
    let score = 0;
    for (const at of places) score += likeness(charAt(at), charAt(at - 1), charAt(at + 1));
    if (best === null || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? 'windows-1252';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null; // not UTF-8: that is the answer
  }
}

/** Bytes that a character of UTF-8 takes at this place; 0 when there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** A file glued together from two: what is UTF-8 as such, single bytes as Windows-1252. Null when it is hardly UTF-8 at all. */
function asMixed(bytes: Uint8Array): { text: string; strays: number } | null {
  const parts: string[] = [];
  let [characters, strays, start] = [0, 0, 0];
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      parts.push(lenient.decode(bytes.subarray(start, at)), decodeAs(bytes.subarray(at, at + 1), 'windows-1252'));
      strays += 1;
      if (strays > 100 && strays > characters) return null;
      at += 1;
      start = at;
    } else {
      if (length > 1) characters += 1;
      at += length;
    }
  }
  if (strays * 3 > characters) return null;
  parts.push(lenient.decode(bytes.subarray(start)));
  return { text: parts.join(''), strays };
}

/** UTF-16 by its mark, or by every other byte being null, as Latin letters have it. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4_000);
  if (sample.length < 4) return null;
  const nulls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls.map((count) => count / (sample.length / 2));
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : null;
}

/** The text, without its byte order mark and without null characters. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) {
    const text = new TextDecoder(utf16).decode(bytes);
    const clean = text.replaceAll('\0', '');
    return { text: clean, encoding: utf16, remarks: clean.length < text.length ? [remarks.nulls] : [] };
  }
  const clean = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
  const nulls = clean.length < bytes.length ? [remarks.nulls] : [];
  const whole = asUtf8(clean);
  if (whole !== null) return { text: whole, encoding: 'utf-8', remarks: nulls };
  const mixed = asMixed(clean);
  if (mixed !== null) {
    return {
      text: mixed.text.replace(/^\ufeff/, ''),
      encoding: 'utf-8',
      remarks: [...nulls, remarks.mixed(mixed.strays)],
    };
  }
  const found = likeliest(clean);
  // Without a byte from 0x80 to 0x9f the two are the same.
  const isLatin1 = found === 'windows-1252' && !clean.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const encoding = isLatin1 ? 'iso-8859-1' : found;
  return { text: decodeAs(clean, found), encoding, remarks: [...nulls, remarks.guessed(encoding)] };
}
