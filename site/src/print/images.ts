/** The booklet's pictures, converted once for an output and kept under the hash of their original. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import type { Image } from '@trame/cms/domain/contract/site/media';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { FAIL_ON } from '@trame/cms/domain/pictures';
import { indexContent } from '../content/index-content.ts';
import { safeName } from '../media/originals.ts';
import type { PictureUse } from './booklet.ts';
import type { Output, Sheet } from './outputs.ts';
import { pictureBox } from './picture-boxes.ts';
import { pictureKey } from './picture-key.ts';
import { selectEntries } from './select-entries.ts';
import { fields, records, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

/** Gives the path of a picture's original on this machine, or null when it cannot be had. */
export type OriginalFile = (image: Image) => Promise<string | null>;

/** A picture and what it is printed as: the same one may be a logo here and a whole page there. */
export interface WantedPicture {
  readonly image: Image;
  readonly use: PictureUse;
  /** As an editor knows it, for notices. */
  readonly record: string;
  readonly association: string | null;
}

/** sharp works in threads of its own: more than a few at a time only fills the memory. */
const AT_A_TIME = 4;
const MM_PER_INCH = 25.4;

/**
 * Converts pictures to the size and colours in which an output prints them.
 * @returns the path of the converted file by `pictureKey`; a picture that cannot be read is absent, and reported
 */
export async function convertPictures(
  wantedPictures: Iterable<WantedPicture>,
  options: { output: Output; cacheDir: string; originalFile: OriginalFile; warn: Warn },
): Promise<Map<string, string>> {
  const folder = join(options.cacheDir, 'print-pictures');
  await mkdir(folder, { recursive: true });
  const converted = new Map<string, string>();
  const { width, height } = options.output.sheet.trim;
  const byKey = new Map([...wantedPictures].map((wanted) => [pictureKey(wanted.use, wanted.image.hash), wanted]));
  const queue = [...byKey];

  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [key, wanted] = next;
      const { image, use, record, association } = wanted;
      const path = join(
        folder,
        `${safeName(image.hash)}-${use}-${width}x${height}-${options.output.sheet.bleed}-${options.output.recipe}.jpg`,
      );
      if (existsSync(path) || (await convert(wanted, path, options))) {
        converted.set(key, path);
        reportResolution(wanted, options);
        await reportInks(wanted, options);
      } else {
        options.warn({ kind: 'missing-image', association, record, message: warningTexts.imageMissing(fieldOf(use)) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return converted;
}

/** Every picture that a booklet shows. @param edition null for the site's own booklet */
export function wantedPictures(source: SiteExport, edition: Edition | null): WantedPicture[] {
  const { settings } = source;
  const cover = edition?.cover ?? settings.bookletCover;
  const one = (image: Image | null, use: PictureUse, record: string, association: string | null = null) =>
    image === null ? [] : [{ image, use, record, association }];
  const guides = new Set(edition?.guides);
  return [
    ...one(cover, 'cover', edition?.cover ? records.edition(edition.title) : records.settings),
    ...selectEntries(indexContent(source), edition).flatMap(({ logo, name, id }) =>
      one(logo, 'logo', records.association(name), id),
    ),
    ...source.guides
      .filter(({ id }) => guides.has(id))
      .flatMap(({ body, image, title }) => [
        ...one(image, 'guide', records.guide(title)),
        ...body.flatMap((block) => (block.type === 'image' ? one(block.image, 'guide', records.guide(title)) : [])),
      ]),
    ...(edition?.advertisements ?? []).flatMap(({ image, size, advertiser }) =>
      one(image, size, records.advertisement(advertiser)),
    ),
    ...(edition?.partners ?? []).flatMap(({ logo, name }) => one(logo, 'partner', records.partner(name))),
  ];
}

const fieldOf = (use: PictureUse): string =>
  use === 'logo' || use === 'partner' ? fields.logo : use === 'cover' ? fields.cover : fields.picture;

/** Truncated, empty, fake or missing: the booklet appears without the picture rather than not at all. */
async function convert(
  { image, use }: WantedPicture,
  path: string,
  { output, originalFile }: { output: Output; originalFile: OriginalFile },
): Promise<boolean> {
  const original = await originalFile(image);
  if (original === null) return false;
  // Loaded only when a picture is new: most releases change words.
  const { default: sharp } = await import('sharp');
  const draft = `${path}.${process.pid}`;
  const box = pictureBox(use, output.sheet);
  const pixels = (mm: number) => Math.ceil((mm / MM_PER_INCH) * output.dpi);
  try {
    // 300 dpi is what a drawing (SVG) is rasterised at before it is sized; a photograph keeps its own pixels.
    const picture = sharp(original, { density: 300, failOn: FAIL_ON })
      .rotate()
      .resize({
        width: pixels(box.width),
        height: pixels(box.height),
        fit: box.crop ? 'cover' : 'inside',
        withoutEnlargement: !box.crop,
      });
    await writeFile(draft, await output.render(picture));
    await rename(draft, path); // whole or absent, also when a build is killed
    return true;
  } catch {
    return false;
  }
}

/** The formats that can hold inks. */
const IN_INKS: readonly string[] = ['image/jpeg', 'image/tiff'];

/** Says of a picture that came in inks whether these are printed, or others: whoever separated it wants to know. */
async function reportInks(
  { image, use, record, association }: WantedPicture,
  { output, originalFile, warn }: { output: Output; originalFile: OriginalFile; warn: Warn },
): Promise<void> {
  if (output.coloursOf === null || !IN_INKS.includes(image.mime)) return;
  const original = await originalFile(image);
  if (original === null) return;
  const { default: sharp } = await import('sharp');
  const colours = output.coloursOf(await sharp(original).metadata());
  const message = {
    'press-inks': warningTexts.inksKept,
    'other-inks': warningTexts.inksConverted,
    grey: null,
    rgb: null,
  }[colours]?.(fieldOf(use));
  if (message !== undefined) warn({ association, record, message });
}

/** A press shows what a screen forgives: says which pictures have too few pixels for the size at which they are printed. */
function reportResolution(
  { image, use, record, association }: WantedPicture,
  { output, warn }: { output: Output; warn: Warn },
): void {
  // A drawing has no pixels of its own.
  if (output.leastDpi === null || image.mime === 'image/svg+xml') return;
  const dpi = effectiveDpi(image, use, output.sheet);
  if (dpi < output.leastDpi) {
    const message = warningTexts.lowResolution(fieldOf(use), Math.floor(dpi), output.leastDpi);
    warn({ kind: 'low-resolution', association, record, message });
  }
}

/** Pixels per inch of a picture at the size at which it is printed. */
export function effectiveDpi(
  { width, height }: Pick<Image, 'width' | 'height'>,
  use: PictureUse,
  sheet: Sheet,
): number {
  const box = pictureBox(use, sheet);
  const [across, down] = [width / box.width, height / box.height];
  return (box.crop ? Math.min(across, down) : Math.max(across, down)) * MM_PER_INCH;
}
