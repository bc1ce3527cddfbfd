/** What a picture says beside what it shows: where it was taken, by whom, with which telephone. Taken off before it is kept. */
import sharp from 'sharp';
import { FAIL_ON } from '../../domain/pictures.ts';

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
/** APP1 (EXIF, XMP), APP13 (IPTC), and comments. The colour profile (APP2) and what says how inks are written (APP14) stay. */
const TELLING = new Set([0xe1, 0xed, 0xfe]);

/** EXIF with nothing in it but which side is up (CIPA DC-008, 4.6.2). */
function onlyOrientation(orientation: number): Buffer {
  const segment = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex');
  segment.writeUInt16LE(orientation, 28);
  return segment;
}

/** The same picture, bit by bit, without what it tells: inks are for the press, and written anew they would be other inks. */
export function jpegWithoutMetadata(bytes: Buffer, orientation = 1): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  if (orientation > 1) kept.push(onlyOrientation(orientation));
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === MARKER) {
    const kind = bytes[at + 1] as number;
    if (kind === START_OF_SCAN) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (!TELLING.has(kind)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

/** @returns null when it tells nothing, and may be kept as it is */
export async function withoutMetadata(bytes: Buffer): Promise<Buffer | null> {
  const picture = sharp(bytes, { failOn: FAIL_ON, animated: true });
  const { format, exif, xmp, iptc, comments, orientation } = await picture.metadata();
  const tells = exif ?? xmp ?? iptc ?? (comments?.length ? comments : undefined);
  if (tells === undefined) return null;
  if (format === 'jpeg') return jpegWithoutMetadata(bytes, orientation);
  return picture
    .autoOrient()
    .keepIccProfile()
    .toFormat(format, format === 'png' ? {} : { quality: 95 })
    .toBuffer();
}
