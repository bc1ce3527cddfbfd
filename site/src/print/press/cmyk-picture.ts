/** A picture as the press takes it: four inks, no more of them than paper bears, in a JPEG that goes into the PDF as it is. */
import { createHash } from 'node:crypto';
import type { Metadata, Sharp } from 'sharp';
import { blackenGreys, inkOfLine, isDrawing, isGreyDrawing, type Pixels } from './black-of-drawings.ts';
import { cmykTiff } from './cmyk-tiff.ts';
import type { PressProfile } from './profile.ts';
import { MOST_INK, heaviestPixel, limitPicture } from './total-ink.ts';

const QUALITY = 90;
/** JPEG moves each pixel a little: a picture that had to be limited is limited to less, then measured again. */
const MARGIN = 4;
const ATTEMPTS = 8;

/**
 * Converts to the press's inks what is not in them yet. What its maker separated stays as it was separated, and black ink alone
 * stays alone: through a profile it would come out in four inks, which never quite meet in letters and lines. So does the black
 * of a drawing that came in red, green and blue (`black-of-drawings.ts`); a photograph keeps its black of four inks.
 * @param picture already cropped and sized; transparency becomes paper
 * @returns a CMYK JPEG without chroma subsampling and without a profile of its own: the PDF's output intent says which it is
 * @throws when the picture cannot be read
 */
export async function toCmykJpeg(picture: Sharp, profile: PressProfile): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { data, width, height } = await separated(picture, profile);
  let limit = MOST_INK;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    limitPicture(data, limit);
    const jpeg = await asInks(sharp(cmykTiff(data, { width, height })))
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const heaviest = heaviestPixel(await asInks(sharp(jpeg)).raw().toBuffer());
    if (heaviest <= MOST_INK) return jpeg;
    limit -= heaviest - MOST_INK + MARGIN;
  }
  throw new Error(`The picture keeps more than ${MOST_INK} % of ink.`);
}

/** Neither read nor written through any profile: the inks are what they are. */
const asInks = (picture: Sharp): Sharp => picture.pipelineColourspace('cmyk').toColourspace('cmyk');

/** In which colours a picture came. */
export type PictureColours =
  /** In the press's own inks, or in inks that say nothing of a profile. */
  | 'press-inks'
  /** In the inks of another press. */
  | 'other-inks'
  | 'grey'
  | 'rgb';

/** What the file says of itself. */
export function coloursOf(
  metadata: Pick<Metadata, 'space' | 'icc' | 'hasAlpha'>,
  profile: PressProfile,
): PictureColours {
  const { space, icc, hasAlpha } = metadata;
  if (space === 'b-w' || space === 'grey16') return 'grey';
  // Four inks and transparency: what is under it is not known, so it goes the way of a picture for the screen.
  if (space !== 'cmyk' || hasAlpha) return 'rgb';
  const own = icc === undefined || createHash('sha256').update(icc).digest('hex') === profile.sha256;
  return own ? 'press-inks' : 'other-inks';
}

/** C, M, Y, K bytes, 255 a solid ink. */
interface Separated {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function separated(picture: Sharp, profile: PressProfile): Promise<Separated> {
  const { default: sharp } = await import('sharp');
  const colours = coloursOf(await picture.metadata(), profile);
  if (colours === 'press-inks') return inksIn(asInks(picture.clone()));
  if (colours === 'other-inks') {
    const [own, converted] = await Promise.all([
      inksIn(asInks(picture.clone())),
      inksIn(throughProfile(picture.clone(), profile)),
    ]);
    keepBlackAlone(own.data, converted.data);
    return converted;
  }
  const { data, info } = await picture
    .clone()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels: Pixels = { data, width, channels };
  const black = blackAlone(pixels);
  if (black !== null) return { data: black, width, height };
  const inks = await inksIn(throughProfile(sharp(data, { raw: { width, height, channels } }), profile));
  if (isDrawing(pixels)) blackenGreys(pixels, inks.data);
  return inks;
}

const throughProfile = (picture: Sharp, profile: PressProfile): Sharp =>
  picture.toColourspace('cmyk').withIccProfile(profile.path, { attach: false });

async function inksIn(picture: Sharp): Promise<Separated> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`The picture came out with ${info.channels} channels instead of four inks.`);
  return { data, width: info.width, height: info.height };
}

/** Of 255: a colour that differs by no more is a grey that a JPEG was made of. */
const NEUTRAL = 6;

/**
 * A picture of greys and nothing else, line art above all, in black ink alone: as much ink as light is missing, which is what
 * DeviceGray means in a PDF (ISO 32000-1, 10.3.3), but for letters and lines, whose black is solid. Null when it has a colour.
 */
function blackAlone(pixels: Pixels): Buffer | null {
  const { data, channels } = pixels;
  const greys = Buffer.alloc(data.length / channels);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 1) {
    const red = data[from] as number;
    const green = channels < 3 ? red : (data[from + 1] as number);
    const blue = channels < 3 ? red : (data[from + 2] as number);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEUTRAL) return null;
    greys[to] = Math.round((red + green + blue) / 3);
  }
  const isLines = isGreyDrawing({ data: greys, width: pixels.width, channels: 1 });
  const inks = Buffer.alloc(greys.length * 4);
  greys.forEach((grey, at) => (inks[at * 4 + 3] = isLines ? inkOfLine(grey) : 255 - grey));
  return inks;
}

/** Of 255, all three colours together: less is what resizing and compression leave beside a black that was alone. */
const TRACE = 8;

/** Puts back, in what came through a profile, the black that was alone before. */
function keepBlackAlone(before: Buffer, after: Buffer): void {
  for (let at = 0; at + 3 < before.length; at += 4) {
    const colours = (before[at] as number) + (before[at + 1] as number) + (before[at + 2] as number);
    if (colours > TRACE) continue;
    after.fill(0, at, at + 3);
    after[at + 3] = before[at + 3] as number;
  }
}
