/** What a file is, by its bytes: its name says what somebody hoped. */
import { isHeic } from '../../domain/pictures.ts';
import { utf16Of } from './encoding.ts';
import { refusals } from './words.ts';

export type Kind =
  | { readonly kind: 'zip' | 'ole' | 'biff' | 'text' | 'calendar' | 'json' }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): Kind => ({ kind: 'refused', message });
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes of what is no table, and what to say. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], message: string])[] = [
  [ascii('%PDF-'), refusals.pdf],
  [[0x89, ...ascii('PNG')], refusals.image],
  [[0xff, 0xd8, 0xff], refusals.image],
  [ascii('GIF8'), refusals.image],
  [[0x49, 0x49, 0x2a, 0x00], refusals.image],
  [[0x4d, 0x4d, 0x00, 0x2a], refusals.image],
  [ascii('8BPS'), refusals.image],
  [ascii('{\\rtf'), refusals.word],
  [[0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0], refusals.shortcut],
  [[0, 0x05, 0x16, 0x07], refusals.lockFile], // AppleDouble, "._name"
  [[0x1f, 0x8b], refusals.archive],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], refusals.archive],
  [ascii('Rar!'), refusals.archive],
  [ascii('BZh'), refusals.archive],
  [[0xfd, ...ascii('7zXZ')], refusals.archive],
  [ascii('SQLite format 3'), refusals.database],
  [[0, 1, 0, 0, ...ascii('Standard ')], refusals.database],
  [ascii('ID3'), refusals.sound],
  [ascii('OggS'), refusals.sound],
  [[0x7f, ...ascii('ELF')], refusals.program],
  [ascii('bplist00'), refusals.shortcut], // .webloc in binary
];

/** First characters of an agenda, or of what is text and no table. */
const OPENINGS: readonly (readonly [opening: RegExp, found: string | Kind])[] = [
  [/^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style|div|center)\b/is, refusals.html],
  [/^<\?xml\b.*?<(?:!doctype\s+)?html\b/is, refusals.html],
  [/^<\?xml\b.*?<!doctype\s+plist\b/is, refusals.shortcut],
  [/^<(?:\?xml\b|\w+:?\w*\s+xmlns)/i, refusals.xml],
  [/^mime-version:/i, refusals.html],
  [/^(?:return-path|received|delivered-to|message-id|x-[\w-]+): .*?^(?:from|de|subject): /ims, refusals.email],
  [/^begin:vcalendar/i, { kind: 'calendar' }],
  [/^begin:vcard/i, refusals.contacts],
  [/^\[(?:internetshortcut|desktop entry)\]/i, refusals.shortcut],
  [/^\{\s*"(?:url|doc_id|)"\s*:\s*"(?:https?:\/\/docs\.google|warning!)/i, refusals.shortcut],
  [/^[{[]\s*(?:[{[]\s*)*"[^"\n]*"\s*[:,\]]/, { kind: 'json' }],
  // Lists in lists, or empty ones, whole or cut: no head of a column begins with two brackets.
  [/^[{[]\s*[{[}\]]/, { kind: 'json' }],
];

/** Text that a program for the web or for calculating would open otherwise starts within these. */
const HEAD = 4_000;

const startsWith = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

/** Beginning of an XLS that has no OLE container (BIFF2 to BIFF5): record 0x?09, of 4 to 16 bytes. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 &&
  [0, 2, 4, 8].includes(bytes[1] ?? -1) &&
  [4, 6, 8, 16].includes(bytes[2] ?? -1) &&
  bytes[3] === 0;

/** Excel's owner file, "~$name.xlsx": a name with its length before it, padded to 165 bytes. */
const isOwnerFile = (bytes: Uint8Array): boolean =>
  bytes.length === 165 && (bytes[0] ?? 255) < 55 && bytes[0] === bytes[55] && bytes[56] === 0;

export function sniff(bytes: Uint8Array): Kind {
  if (bytes.every((byte) => byte === 0)) return refused(refusals.empty);
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return { kind: 'zip' };
  if (startsWith(bytes, [0x50, 0x4b, 5, 6])) return refused(refusals.zipWithoutTable);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'ole' };
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known !== undefined) return refused(known[1]);
  const opening = String.fromCharCode(...bytes.subarray(0, 16));
  if (isHeic(bytes) || /^(?:RIFF.{4}WEBP|.{4}ftypavi[fs])/s.test(opening)) return refused(refusals.image);
  if (/^BM.{4}\0{4}/s.test(opening)) return refused(refusals.image);
  if (/^(?:RIFF|.{4}ftyp)/s.test(opening)) return refused(refusals.sound);
  if (/^MZ.{0,14}\0/s.test(opening)) return refused(refusals.program);
  if (isBareBiff(bytes)) return { kind: 'biff' };
  if (isOwnerFile(bytes)) return refused(refusals.lockFile);
  return sniffText(bytes);
}

function sniffText(bytes: Uint8Array): Kind {
  const utf16 = utf16Of(bytes);
  const head = bytes.subarray(0, HEAD);
  if (utf16 === null && isBinary(bytes.subarray(0, 64_000))) return refused(refusals.unknown);
  const text = (utf16 === null ? Buffer.from(head).toString('latin1') : new TextDecoder(utf16).decode(head))
    .replaceAll('\0', '')
    .replace(/^(?:\ufeff|ï»¿)?\s*/, '');
  const found = OPENINGS.find(([opening]) => opening.test(text))?.[1] ?? { kind: 'text' };
  return typeof found === 'string' ? refused(found) : found;
}

/** Null bytes get into text now and then; other controls hardly do, but for those that separate lines, pages and fields. */
function isBinary(sample: Uint8Array): boolean {
  let [nulls, controls] = [0, 0];
  for (const byte of sample) {
    if (byte === 0) nulls += 1;
    else if (byte < 9 || (byte > 13 && byte < 0x1c) || byte === 0x7f) controls += 1;
  }
  return nulls > sample.length * 0.3 || controls > sample.length * 0.02;
}
