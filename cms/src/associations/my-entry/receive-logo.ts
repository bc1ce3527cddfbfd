import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ReceivedLogo } from '../../domain/contract/associations/my-entry.ts';
import { LOGO_BYTES, LOGO_PIXELS } from '../../domain/entry/limits.ts';
import { FAIL_ON, isHeic, pictureWords } from '../../domain/pictures.ts';
import { publicRefusals } from '../../platform/http/public-refusals.ts';
import type { Pace } from '../../platform/http/limits.ts';
import type { PublicContext } from '../../platform/http/public-route.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { Refused } from '../../platform/http/refused.ts';
import { waitingPicture } from '../../update/answers/logo-file.ts';
import { keepLogo } from './waiting-logos.ts';

/** A picture of 5 MB may say that it has 50,000 pixels on each side; nobody's logo has more than these. */
const MOST_PIXELS = 40_000_000;
/** A strip of 2,000,000 × 16 has no more of them, weighs 30 kB, and takes 500 MB of memory to make smaller. */
const LONGEST_SIDE = 20_000;
const SMALLEST_SIDE = 16;
const PREVIEW_PIXELS = 320;
/** Of one association: enough to try several, too few to fill a disk. */
const PACE: Pace = { times: 20, seconds: 24 * 3600 };

const words = {
  noFile: 'Aucun fichier n’est arrivé\u00a0: choisissez une image et recommencez.',
  notAnImage: 'Ce fichier n’est pas une image JPEG, PNG ou WebP. Choisissez-en une autre\u00a0; une photo convient.',
  tooLong: 'Cette image a trop de pixels\u00a0: enregistrez-la plus petite et recommencez.',
  tooSmall: 'Cette image est trop petite pour être lisible\u00a0: choisissez-en une plus grande.',
};

const refuse = (message: string): Refused => new Refused('invalid', message, [{ path: 'logo', message }]);

type Format = 'jpeg' | 'png' | 'webp';

/** What the first bytes say; what the file is called, and what the browser says that it is, does not count. */
function formatOf(bytes: Buffer): Format | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null;
}

/**
 * Makes a new picture of what was sent: its pixels and nothing else. Neither metadata (where a photograph was taken) nor what
 * a file that is two things at once carries along comes through.
 *
 * @throws {Refused} for what is no JPEG, PNG or WebP, cannot be decoded whole, or is too large or too small
 */
export async function redraw(
  bytes: Buffer,
): Promise<{ picture: Buffer; preview: Buffer; width: number; height: number }> {
  const format = formatOf(bytes);
  if (format === null) throw refuse(isHeic(bytes) ? pictureWords.heic : words.notAnImage);
  try {
    const source = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: FAIL_ON, pages: 1 });
    const known = await source().metadata();
    if (known.format !== format) throw refuse(words.notAnImage);
    if (Math.min(known.width, known.height) < SMALLEST_SIDE) throw refuse(words.tooSmall);
    if (Math.max(known.width, known.height) > LONGEST_SIDE) throw refuse(words.tooLong);
    const sized = (pixels: number) =>
      source()
        .rotate()
        .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb');
    // A drawing stays as sharp as it was; a photograph as small as it was.
    const { data, info } = await sized(LOGO_PIXELS)
      .webp(format === 'jpeg' ? { quality: 90 } : { lossless: true })
      .toBuffer({ resolveWithObject: true });
    const preview = await sized(PREVIEW_PIXELS).webp({ quality: 85 }).toBuffer();
    return { picture: data, preview, width: info.width, height: info.height };
  } catch (error) {
    throw error instanceof Refused ? error : refuse(pictureWords.damaged);
  }
}

/** A waiting logo or poster as its sender is shown it, a data URL; null when it is gone. */
export async function previewOf(key: string): Promise<string | null> {
  const bytes = await waitingPicture(key);
  if (bytes === null) return null;
  const preview = await sharp(bytes)
    .resize({ width: PREVIEW_PIXELS, height: PREVIEW_PIXELS, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 85 })
    .toBuffer();
  return dataUrl(preview);
}

const dataUrl = (preview: Buffer): string => `data:image/webp;base64,${preview.toString('base64')}`;

let last: Promise<unknown> = Promise.resolve();

/** One picture after the other: a large one takes 200 MB and two seconds, and many may come at once. */
function redrawInTurn(bytes: Buffer): ReturnType<typeof redraw> {
  const mine = last.then(() => redraw(bytes));
  last = mine.catch(() => undefined); // told to who sent it; the next one has its turn all the same
  return mine;
}

interface TemporaryFile {
  readonly filepath: string;
  readonly size: number;
}

/** The one file of a multipart body, under `file`. `middlewares/sent-files.ts` erases it afterwards. */
async function fileOf(ctx: PublicContext): Promise<Buffer> {
  const { files = {} } = ctx.request as unknown as { files?: Record<string, TemporaryFile | TemporaryFile[]> };
  const { file, ...others } = files;
  if (!file || Array.isArray(file) || Object.keys(others).length > 0) throw refuse(words.noFile);
  if (file.size > LOGO_BYTES) throw publicRefusals.fileTooLarge();
  return readFile(file.filepath);
}

/**
 * Takes the logo of a multipart request in, for `owner` to answer with.
 * @param owner documentId of the request, or of the association for an account
 * @throws {Refused}
 */
export async function receiveLogo(ctx: PublicContext, owner: string): Promise<ReceivedLogo> {
  const bytes = await fileOf(ctx);
  await holdToPace('logos of one association', owner, PACE);
  const { picture, preview, width, height } = await redrawInTurn(bytes);
  return {
    upload: await keepLogo(picture, owner),
    width,
    height,
    preview: dataUrl(preview),
  };
}
