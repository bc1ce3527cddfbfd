/**
 * Files that a page shows, placed in the release. Resized pictures are kept in the cache under the original's fingerprint:
 * a build with a warm cache only makes links. Everything goes under `/_trame/`, whose names change with their content, so
 * that the server may let browsers keep it for ever.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Attachment, Image } from '@trame/cms/domain/contract/site/media';
import { FAIL_ON } from '@trame/cms/domain/pictures';
import { slugify } from '@trame/cms/domain/slug';
import sharp from 'sharp';
import { buildEnv, ofBuild } from '../build-env.ts';
import { noteMissing, notePlaced } from '../reads.ts';
import { originalFile, safeName } from './originals.ts';
import { exists, folder, MEDIA, place } from './placed.ts';
import { NotCleaned, saysWhoMadeIt, withoutAuthor } from './without-author.ts';

/** Widths in pixels. Two densities of a small picture, three of a wide one. */
export const LOGO_WIDTHS = [96, 192] as const;
/** What a shared link shows; one of the widths that the page itself needs. */
export const SHARED_WIDTH = 960;
export const PHOTO_WIDTHS = [480, 960, 1600] as const;

/** Effort 2 is five times faster than the default 4 with smart subsampling, for 5 % more bytes: 50 ms for the widest picture. */
const WEBP = { quality: 78, effort: 2 } as const;
const FILES = '_trame/fichiers';

/** What an `<img>` needs; width and height are those of the largest version, so that the page does not move. */
export interface ResizedImage {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Resizes a picture to WebP, never above its own width.
 * @returns null when the original cannot be had or read; the page shows its placeholder
 */
export async function resized(image: Image, widths: readonly number[]): Promise<ResizedImage | null> {
  const usable = widthsFor(image.width, widths);
  const made = await Promise.all(usable.map((width) => oneWidth(image, width)));
  const largest = made.at(-1);
  if (!largest || made.includes(null)) return null;
  const width = usable.at(-1) as number;
  return {
    src: largest,
    srcset: made.map((path, at) => `${path} ${usable[at]}w`).join(', '),
    width,
    height: Math.max(1, Math.round((image.height * width) / image.width)),
  };
}

/** The widths worth making: those below the original's own, and the original's when it is smaller than the largest. */
export function widthsFor(original: number, widths: readonly number[]): number[] {
  const smaller = widths.filter((width) => width < original);
  return smaller.length === widths.length ? smaller : [...smaller, original];
}

/**
 * A document to download, copied into the release under its own name, without what it says of whoever made it.
 * @returns its path on the site, or null when the CMS does not give it
 */
export async function publishedFile(attachment: Attachment): Promise<string | null> {
  const original = await originalFile(attachment);
  if (original === null) {
    noteMissing();
    return null;
  }
  const [, extension = ''] = /(\.[a-z0-9]{1,8})$/i.exec(attachment.name) ?? [];
  const name = slugify(attachment.name.slice(0, attachment.name.length - extension.length)) + extension.toLowerCase();
  const path = `${FILES}/${safeName(attachment.hash)}/${name}`;
  const from = await cleanedFile(original, attachment, name);
  await place(from, path);
  notePlaced(path, from);
  return `/${path}`;
}

/** Changes with what is taken off: a copy that was cleaned less is not published again. */
const CLEANING = 1;
const cleaning = ofBuild(() => new Map<string, Promise<string>>());

/** The copy that is published, kept in the cache beside the original; the original itself when it says nothing of anybody. */
function cleanedFile(original: string, attachment: Attachment, name: string): Promise<string> {
  const extension = extname(name);
  if (!saysWhoMadeIt(extension)) return Promise.resolve(original);
  const cached = join(
    buildEnv.TRAME_CACHE_DIR,
    'documents',
    `${safeName(attachment.hash)}-${CLEANING}-${basename(original)}-${name}`.slice(-200),
  );
  let made = cleaning().get(cached);
  if (made === undefined) {
    made = clean(original, cached, basename(name, extension), extension);
    cleaning().set(cached, made);
  }
  return made;
}

async function clean(original: string, cached: string, title: string, extension: string): Promise<string> {
  if (await exists(cached)) return cached;
  try {
    const bytes = await withoutAuthor(await readFile(original), extension, title);
    await folder(dirname(cached));
    const draft = `${cached}.${randomUUID()}`;
    await writeFile(draft, bytes);
    await rename(draft, cached);
    return cached;
  } catch (error) {
    if (!(error instanceof NotCleaned)) throw error;
    console.warn(`Document publié avec ses métadonnées d’auteur : ${title}${extension} (${error.message})`);
    return original;
  }
}

const underWay = ofBuild(() => new Map<string, Promise<string | null>>());

async function oneWidth(image: Image, width: number): Promise<string | null> {
  const name = `${safeName(image.hash)}-${width}.webp`;
  const cached = join(buildEnv.TRAME_CACHE_DIR, 'resized', name);
  let made = underWay().get(name);
  if (made === undefined) {
    made = resizeAndPlace(image, width, cached, name);
    underWay().set(name, made);
  }
  const path = await made;
  // Each page that shows it notes it, and not only the one that was first.
  if (path === null) noteMissing();
  else notePlaced(path.slice(1), cached);
  return path;
}

async function resizeAndPlace(image: Image, width: number, cached: string, name: string): Promise<string | null> {
  if (!(await exists(cached))) {
    const original = await originalFile(image);
    if (original === null) return null;
    try {
      await folder(dirname(cached));
      const draft = `${cached}.${randomUUID()}`;
      await sharp(original, { failOn: FAIL_ON })
        .autoOrient()
        .resize({ width, withoutEnlargement: image.mime !== 'image/svg+xml' })
        .webp(WEBP)
        .toFile(draft);
      await rename(draft, cached);
    } catch (error) {
      console.warn(`Image illisible, remplacée par un fond uni : ${image.url} (${String(error)})`);
      return null;
    }
  }
  await place(cached, `${MEDIA}/${name}`);
  return `/${MEDIA}/${name}`;
}
