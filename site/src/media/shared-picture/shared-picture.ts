/** The drawn pictures of a release, kept in the cache by what they show: a build draws what changed and links the rest. */
import { createHash, randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '@trame/cms/domain/contract/site/media';
import { FAIL_ON } from '@trame/cms/domain/pictures';
import sharp from 'sharp';
import { buildEnv, ofBuild } from '../../build-env.ts';
import { noteMissing, notePlaced } from '../../reads.ts';
import { originalFile } from '../originals.ts';
import { exists, folder, MEDIA, place } from '../placed.ts';
import { drawShared, groundOf, LOGO_BOX, type SharedDrawing } from './drawing.ts';
import type { Pixels } from './indexed-png.ts';

/** Changes with the drawing: a picture that was drawn otherwise is not shown again. */
const DRAWING = 1;
/**
 * Pictures that one build draws, some 4 ms of a processor each, beside the pages. A first build of a very large directory draws
 * so many; the pages that are left show the picture of the site until the next builds have drawn theirs.
 */
const ROOM = 2_000;

export interface Shared extends SharedDrawing {
  readonly logo: Image | null;
}

const build = ofBuild(() => ({ drawn: 0, underWay: new Map<string, Promise<string | null>>() }));

/**
 * The path of a page's picture on the site.
 * @returns null when this build has drawn all that it may; the caller then shows the picture of the site (`always`)
 */
export async function sharedPicture(shared: Shared, { always = false } = {}): Promise<string | null> {
  const { logo, ...drawing } = shared;
  const said = JSON.stringify([DRAWING, drawing, logo?.hash ?? null]);
  const name = nameOf(said);
  const cached = join(buildEnv.TRAME_CACHE_DIR, 'shared', name);
  const { underWay } = build();
  let made = underWay.get(name);
  if (made === undefined) {
    made = drawAndPlace(shared, cached, name, always);
    underWay.set(name, made);
  }
  const path = await made;
  // Each page that shows it notes it, and not only the one that was first.
  if (path === null) noteMissing();
  else notePlaced(path.slice(1), cached);
  return path;
}

/**
 * The name of the picture that shows this. In letters: one name in some six thousand would begin with digits that are a telephone
 * number of somewhere (`lien-00612751989b…`), and keep the whole site offline.
 */
export function nameOf(said: string): string {
  const digest = createHash('sha256').update(said).digest('hex').slice(0, 20);
  return `lien-${digest.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}.png`;
}

async function drawAndPlace(
  { logo, ...drawing }: Shared,
  cached: string,
  name: string,
  always: boolean,
): Promise<string | null> {
  if (!(await exists(cached))) {
    if (!always && build().drawn >= ROOM) return null;
    build().drawn += 1;
    const mark = logo === null ? null : await logoMark(logo, groundOf(drawing));
    const picture = await drawShared(drawing, mark);
    await folder(join(cached, '..'));
    const draft = `${cached}.${randomUUID()}`;
    await writeFile(draft, picture);
    await rename(draft, cached);
  }
  await place(cached, `${MEDIA}/${name}`);
  return `/${MEDIA}/${name}`;
}

/** The logo in its box, on the ground of the picture; null when it cannot be had or read. */
async function logoMark(logo: Image, ground: string): Promise<Pixels | null> {
  const original = await originalFile(logo);
  if (original === null) return null;
  const { side } = LOGO_BOX;
  try {
    const data = await sharp(original, { failOn: FAIL_ON })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .flatten({ background: ground })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    return { data, width: side, height: side };
  } catch {
    return null; // `resized` says it in the build's log, where the page itself shows the logo
  }
}
