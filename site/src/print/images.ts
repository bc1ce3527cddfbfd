/** The booklet's pictures, converted once for an output and kept under the hash of their original. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '@trame/cms/domain/contract/media';
import type { SiteExport } from '@trame/cms/domain/contract/site-export';
import { safeName } from '../media/originals.ts';
import type { Output, PictureUse } from './outputs.ts';
import { fields, records, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

/** Gives the path of a picture's original on this machine, or null when it cannot be had. */
export type OriginalFile = (image: Image) => Promise<string | null>;

interface Wanted {
  readonly image: Image;
  readonly use: PictureUse;
  readonly record: string;
}

/** sharp works in threads of its own: more than a few at a time only fills the memory. */
const AT_A_TIME = 4;

/**
 * Converts what the booklet shows: the cover picture, and the logos of printed associations.
 * @returns the path of the converted file by hash of the original; a picture that cannot be read is absent, and reported
 */
export async function convertPictures(
  source: SiteExport,
  options: { output: Output; cacheDir: string; originalFile: OriginalFile; warn: Warn },
): Promise<Map<string, string>> {
  const folder = join(options.cacheDir, 'print-pictures');
  await mkdir(folder, { recursive: true });
  const converted = new Map<string, string>();
  const queue = [...wantedPictures(source)];

  const work = async () => {
    for (let wanted = queue.shift(); wanted !== undefined; wanted = queue.shift()) {
      const { image, use, record } = wanted;
      const path = join(folder, `${safeName(image.hash)}-${use}-${options.output.recipe}.jpg`);
      if (existsSync(path) || (await convert(wanted, path, options))) converted.set(image.hash, path);
      else options.warn({ record, message: warningTexts.imageMissing(use === 'logo' ? fields.logo : fields.cover) });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return converted;
}

function wantedPictures(source: SiteExport): Iterable<Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { inPrint, logo, name } of source.associations) {
    if (inPrint && logo) wanted.set(logo.hash, { image: logo, use: 'logo', record: records.association(name) });
  }
  const cover = source.settings.bookletCover;
  if (cover) wanted.set(cover.hash, { image: cover, use: 'cover', record: records.settings });
  return wanted.values();
}

/** Truncated, empty, fake or missing: the booklet appears without the picture rather than not at all. */
async function convert(
  { image, use }: Wanted,
  path: string,
  { output, originalFile }: { output: Output; originalFile: OriginalFile },
): Promise<boolean> {
  const original = await originalFile(image);
  if (original === null) return false;
  // Loaded only when a picture is new: most releases change words.
  const { default: sharp } = await import('sharp');
  const draft = `${path}.${process.pid}`;
  try {
    // 300 dpi is what a drawing (SVG) is rasterised at; a photograph keeps its own pixels.
    const picture = sharp(original, { density: 300, failOn: 'truncated' })
      .rotate()
      .resize({ ...output.boxes[use], fit: use === 'cover' ? 'cover' : 'inside', withoutEnlargement: use === 'logo' });
    await output.render(picture).toFile(draft);
    await rename(draft, path); // whole or absent, also when a build is killed
    return true;
  } catch {
    return false;
  }
}
