/** Original files of the media library, fetched once from the CMS and kept from one build to the next under their fingerprint. */
import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '@trame/cms/domain/contract/site/media';
import { buildEnv, ofBuild } from '../build-env.ts';

const TIMEOUT_MS = 20_000;
/** Longer than the build that complained, shorter than the next try of an editor who has just mended the picture. */
const RETRY_MISSING_MS = 10_000;

/** Where the originals come from and where they are kept. */
export interface OriginalsSource {
  readonly cacheDir: string;
  readonly cmsUrl: string;
}
const fromEnv = (): OriginalsSource => ({
  cacheDir: buildEnv.TRAME_CACHE_DIR,
  cmsUrl: buildEnv.CMS_DIRECT_URL ?? buildEnv.CMS_URL,
});

/** One promise per file, so that a picture used on twenty pages is fetched once, and complained about once. */
const asked = ofBuild(() => new Map<string, Promise<string | null>>());

/**
 * The path of a file's original on this machine.
 *
 * @returns null when the file cannot be had. A picture that went missing must not keep a whole territory's news offline:
 * the warning goes to the build's log, and pages and booklet show their placeholder.
 */
export function originalFile(
  image: Pick<Image, 'url' | 'hash' | 'mime'>,
  source: OriginalsSource = fromEnv(),
): Promise<string | null> {
  const path = join(source.cacheDir, 'originals', `${safeName(image.hash)}.${extensionOf(image.mime)}`);
  const underWay = asked();
  let file = underWay.get(path);
  if (file === undefined) {
    file = obtain(new URL(image.url, source.cmsUrl), path);
    underWay.set(path, file);
    // A build that stays loaded asks again next time for what was missing this time.
    void file.then((found) => found ?? setTimeout(() => underWay.delete(path), RETRY_MISSING_MS).unref());
  }
  return file;
}

async function obtain(url: URL, path: string): Promise<string | null> {
  try {
    await access(path);
    return path;
  } catch {
    // Not in the cache yet.
  }
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`réponse ${response.status}`);
    // Written aside, then renamed: pages and booklet are built at the same time and may want the same file.
    const draft = `${path}.${randomUUID()}`;
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(draft, Buffer.from(await response.arrayBuffer()));
    await rename(draft, path);
    return path;
  } catch (error) {
    console.warn(`Fichier manquant dans la médiathèque, la page s’en passe : ${url.href} (${String(error)})`);
    return null;
  }
}

/** A fingerprint becomes a file name: nothing in it may climb out of the cache. */
export function safeName(hash: string): string {
  return hash.replace(/[^A-Za-z0-9_-]/g, '_');
}

/** `image/jpeg` → `jpg`, `image/svg+xml` → `svg`, `application/pdf` → `pdf` */
export function extensionOf(mime: string): string {
  const subtype = mime.replace(/^.*\//, '').replace(/\+.*$/, '');
  return subtype === 'jpeg' ? 'jpg' : subtype.replace(/[^a-z0-9]/g, '') || 'bin';
}
