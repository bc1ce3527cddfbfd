/** A picture as the press takes it: four inks, no more of them than paper bears, in a JPEG that goes into the PDF as it is. */
import type { Sharp } from 'sharp';
import { cmykTiff } from './cmyk-tiff.ts';
import type { PressProfile } from './profile.ts';
import { MOST_INK, heaviestPixel, limitPicture } from './total-ink.ts';

const QUALITY = 90;
/** JPEG moves each pixel a little: a picture that had to be limited is limited to less, then measured again. */
const MARGIN = 4;
const ATTEMPTS = 8;

/**
 * Converts to the press's inks.
 * @param picture already cropped and sized; transparency becomes paper
 * @returns a CMYK JPEG without chroma subsampling and without a profile of its own: the PDF's output intent says which it is
 * @throws when the picture cannot be read
 */
export async function toCmykJpeg(picture: Sharp, profile: PressProfile): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await picture
    .clone()
    .flatten({ background: '#ffffff' })
    .toColourspace('cmyk')
    .withIccProfile(profile.path, { attach: false })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`The picture came out with ${info.channels} channels instead of four inks.`);

  let limit = MOST_INK;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    limitPicture(data, limit);
    const jpeg = await asInks(sharp(cmykTiff(data, info)))
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
