/** All that a file says to whoever gets it, whatever its kind: its words, and what a picture says beside what it shows. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readableIndex } from '@trame/site/search-readable';
import sharp from 'sharp';
import { wordsOfPage } from '../checks/page.ts';
import { pdfText } from '../checks/pdf-text.ts';

export interface ReadableFile {
  readonly texts: readonly string[];
  /** Where somebody stood when a picture was taken. */
  readonly hasPlace: boolean;
  /** Nothing can be said of a file that cannot be read. */
  readonly isUnreadable: boolean;
}

const PICTURE = /\.(?:png|jpe?g|webp|avif|tiff?|gif)$/i;
/** Pagefind compresses what it writes. */
const PACKED_INDEX = /\.pf_\w+$/;
/** Fonts and programs in machine code, Pagefind’s own among them: read as they stand, for what is written in them in clear. */
const LATIN = /\.(?:woff2?|wasm|pagefind|ico)$/;

/** The tag of EXIF that leads to a place (CIPA DC-008, 4.6.3). */
const GPS_TAG = 0x8825;

/** Whether a block of EXIF says a place: one of the tags of its first directory leads to it. */
export function saysPlace(exif: Buffer): boolean {
  const start = exif.subarray(0, 4).toString('latin1') === 'Exif' ? 6 : 0;
  const tiff = exif.subarray(start);
  if (tiff.length < 8) return false;
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return false;
  const count = short(directory);
  for (let at = directory + 2; at < directory + 2 + count * 12 && at + 2 <= tiff.length; at += 12)
    if (short(at) === GPS_TAG) return true;
  return false;
}

const ENTITIES = /&(?:#\d+|#x[\da-f]+|\w+);/i;

const says = (texts: readonly string[], hasPlace = false): ReadableFile => ({ texts, hasPlace, isUnreadable: false });
const UNREADABLE: ReadableFile = { texts: [], hasPlace: false, isUnreadable: true };

async function readPicture(bytes: Buffer): Promise<ReadableFile> {
  try {
    const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
    const blocks = [exif, xmp, iptc].flatMap((block) => (block ? [block] : []));
    const texts = [
      ...blocks.flatMap((block) => [block.toString('latin1'), block.toString('utf8')]),
      ...(comments ?? []).map(({ keyword, text }) => `${keyword} ${text}`),
    ];
    const hasPlace =
      (exif !== undefined && saysPlace(exif)) || (xmp !== undefined && /exif:GPS/i.test(xmp.toString('utf8')));
    return says(texts, hasPlace);
  } catch {
    return UNREADABLE;
  }
}

/** @param name decides the kind, as it does for whoever serves it; `.gz` and `.br` are opened first */
export async function readFileText(name: string, bytes: Buffer): Promise<ReadableFile> {
  try {
    if (name.endsWith('.gz')) return await readFileText(name.slice(0, -3), gunzipSync(bytes));
    if (name.endsWith('.br')) return await readFileText(name.slice(0, -3), brotliDecompressSync(bytes));
    if (PICTURE.test(name)) return await readPicture(bytes);
    if (PACKED_INDEX.test(name)) return says([readableIndex(gunzipSync(bytes).toString('utf8'))]);
    if (name.endsWith('.pdf')) {
      const text = pdfText(bytes);
      return text === null ? UNREADABLE : says([text, bytes.toString('latin1')]);
    }
    if (LATIN.test(name)) return says([bytes.toString('latin1')]);
    const text = bytes.toString('utf8');
    if (name.endsWith('.ics')) return says([text.replace(/\r?\n[ \t]/g, ''), text]);
    if (name.endsWith('.html') || (text.startsWith('<') && ENTITIES.test(text))) return says([text, wordsOfPage(text)]);
    return says([text]);
  } catch {
    return UNREADABLE;
  }
}
