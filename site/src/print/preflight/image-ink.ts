/** What the pixels of an image lay down: how much ink at most, and of which inks black letters in it are made. */
import type { PDFStream } from '@cantoo/pdf-lib';
import { isRichBlack } from './rich-black.ts';
import { spaceOf } from './colour-spaces.ts';
import { bytesOf, entry, filtersOf, numberIn, numbersIn, storedBytes } from './pdf-objects.ts';

export interface ImageInk {
  /** Percent of ink on the heaviest pixel; null where it cannot be told. */
  readonly heaviest: number | null;
  /** Are there letters or lines in black or grey of several inks? False where it cannot be told. */
  readonly richLines: boolean;
  /** Are there some in black ink alone? */
  readonly blackLines: boolean;
}

const untold: ImageInk = { heaviest: null, richLines: false, blackLines: false };
const flat = (heaviest: number): ImageInk => ({ heaviest, richLines: false, blackLines: false });

/** sharp keeps pictures in memory while it decodes them: a few at a time. */
const AT_A_TIME = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** Several checks ask about one image: it is decoded once. */
const measured = new WeakMap<PDFStream, Promise<ImageInk>>();

/** @param image in inks; what is in another space another check refuses, and here weighs nothing */
export function measureImage(image: PDFStream): Promise<ImageInk> {
  let found = measured.get(image);
  if (found === undefined) measured.set(image, (found = measure(image)));
  return found;
}

async function measure(image: PDFStream): Promise<ImageInk> {
  const { dict } = image;
  const space = spaceOf(entry(dict, 'ColorSpace'), undefined);
  if (space.kind === 'rgb' || space.kind === 'icc-gray') return flat(0);
  if (space.heaviest !== undefined) return flat(space.heaviest);
  if (space.kind === 'gray') return flat(100);
  if (space.components !== 4 || numberIn(dict, 'BitsPerComponent') !== 8) return untold;

  const decode = numbersIn(dict, 'Decode');
  const inverted = decode[0] === 1 && decode[1] === 0;
  const [filter] = filtersOf(dict);
  if (filter === 'DCTDecode' && filtersOf(dict).length === 1) return jpegInk(storedBytes(image), inverted);
  if (filter === 'JPXDecode') return untold;
  try {
    return inkOf(bytesOf(image), numberIn(dict, 'Width') ?? 0, inverted);
  } catch {
    return untold;
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
    if (info.channels !== 4) return untold;
    // A PDF takes a JPEG's samples as they are stored, `Decode` may turn them; sharp turns those that Adobe's marker announces.
    return inkOf(data, info.width, inverted !== hasAdobeMarker(bytes));
  } catch {
    return untold;
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

const SOLID = 255;
/** Paper, with what compression leaves on it. */
const PAPER_MOST = 0.15 * SOLID;
/** Pixels that an edge takes: its letters are smoothed. A shadow takes more. */
const EDGE = 3;
/** Letters and lines are thin: from paper to paper in so many pixels, on average. What is wider does not show a small shift. */
const WIDEST_LINE = 20;
const FEWEST_EDGES = 40;

/** Letters and lines of one kind of black: where paper turns into it within an edge, and back. */
class Lines {
  #edges = 0;
  #pixels = 0;
  // Where the last pixel of each was, on this row.
  #paperAt = -Infinity;
  #blackAt = -Infinity;

  beginRow(): void {
    [this.#paperAt, this.#blackAt] = [-Infinity, -Infinity];
  }

  paper(pixel: number): void {
    if (this.#blackAt > this.#paperAt && pixel - this.#blackAt <= EDGE) this.#edges += 1;
    this.#paperAt = pixel;
  }

  black(pixel: number): void {
    if (this.#paperAt > this.#blackAt && pixel - this.#paperAt <= EDGE) this.#edges += 1;
    this.#pixels += 1;
    this.#blackAt = pixel;
  }

  get areThere(): boolean {
    return this.#edges >= FEWEST_EDGES && this.#edges * WIDEST_LINE >= this.#pixels * 2;
  }
}

/** Percent: black ink that is lighter is a tint, and coloured inks that are less are what compression leaves. */
const SOLID_BLACK = 80;
const TRACES = 10;

/** @param width pixels of a row; @param inverted 0 is a solid ink */
function inkOf(samples: Uint8Array, width: number, inverted: boolean): ImageInk {
  let heaviest = 0;
  const [rich, alone] = [new Lines(), new Lines()];
  for (let at = 0, pixel = 0; at + 3 < samples.length; at += 4, pixel += 1) {
    if (pixel === width) {
      pixel = 0;
      rich.beginRow();
      alone.beginRow();
    }
    const ink = (index: number) =>
      inverted ? SOLID - (samples[at + index] as number) : (samples[at + index] as number);
    const [c, m, y, k] = [ink(0), ink(1), ink(2), ink(3)];
    const total = c + m + y + k;
    if (total > heaviest) heaviest = total;
    if (total <= PAPER_MOST) {
      rich.paper(pixel);
      alone.paper(pixel);
    } else if (isRichBlack(percent(c), percent(m), percent(y), percent(k))) rich.black(pixel);
    else if (percent(k) >= SOLID_BLACK && percent(c + m + y) < TRACES) alone.black(pixel);
  }
  return { heaviest: percent(heaviest), richLines: rich.areThere, blackLines: alone.areThere };
}

const percent = (ink: number): number => (ink * 100) / SOLID;
