/** How much ink the heaviest pixel of an image lays down. */
import type { PDFStream } from '@cantoo/pdf-lib';
import { spaceOf } from './colour-spaces.ts';
import { bytesOf, entry, filtersOf, numberIn, numbersIn, storedBytes } from './pdf-objects.ts';

/** Percent; null where it cannot be told. */
export type ImageInk = number | null;

/** sharp keeps pictures in memory while it decodes them: a few at a time. */
const AT_A_TIME = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** @param image in inks; what is in another space another check refuses, and here weighs nothing */
export async function measureImage(image: PDFStream): Promise<ImageInk> {
  const { dict } = image;
  const space = spaceOf(entry(dict, 'ColorSpace'), undefined);
  if (space.kind === 'rgb' || space.kind === 'icc-gray') return 0;
  if (space.heaviest !== undefined) return space.heaviest;
  if (space.kind === 'gray') return 100;
  if (space.components !== 4 || numberIn(dict, 'BitsPerComponent') !== 8) return null;

  const decode = numbersIn(dict, 'Decode');
  const inverted = decode[0] === 1 && decode[1] === 0;
  const [filter] = filtersOf(dict);
  if (filter === 'DCTDecode' && filtersOf(dict).length === 1) return jpegInk(storedBytes(image), inverted);
  if (filter === 'JPXDecode') return null;
  try {
    return heaviest(bytesOf(image), inverted);
  } catch {
    return null;
  }
}

async function jpegInk(bytes: Uint8Array, inverted: boolean): Promise<ImageInk> {
  const { default: sharp } = await import('sharp');
  if (running >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const { data, info } = await sharp(bytes)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) return null;
    // A PDF takes a JPEG's samples as they are stored, `Decode` may turn them; sharp turns those that Adobe's marker announces.
    return heaviest(data, inverted !== hasAdobeMarker(bytes));
  } catch {
    return null;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** APP14 "Adobe", among the segments before the picture itself. */
function hasAdobeMarker(bytes: Uint8Array): boolean {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1];
    if (marker === 0xda) return false;
    if (marker === 0xee) return Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe';
    at += 2 + (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
  }
  return false;
}

function heaviest(samples: Uint8Array, inverted: boolean): number {
  let most = 0;
  let least = 4 * 255;
  for (let at = 0; at + 3 < samples.length; at += 4) {
    const sum =
      (samples[at] as number) + (samples[at + 1] as number) + (samples[at + 2] as number) + (samples[at + 3] as number);
    if (sum > most) most = sum;
    if (sum < least) least = sum;
  }
  return ((inverted ? 4 * 255 - least : most) * 100) / 255;
}
