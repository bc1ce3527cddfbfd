/** The ICC profile of the press: the printer's own, or the public-domain one that sharp carries. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { profileRefusals, readPressProfile } from '@trame/cms/domain/icc-profile';

export interface PressProfile {
  /** As the profile calls itself: "FOGRA39L Coated". */
  readonly name: string;
  readonly bytes: Buffer;
  /** The same bytes in a file, which is how sharp takes them. */
  readonly path: string;
  readonly sha256: string;
}

/** A profile that cannot be printed with. The message is French, and says how to mend it. */
export class ProfileRefused extends Error {
  override readonly name = 'ProfileRefused';
}

/**
 * The profile to print with.
 * @param options.file the printer's profile on disk; null takes the public-domain one, kept in `cacheDir` under its hash
 * @throws {ProfileRefused} when the printer's file is none that can be printed with
 */
export async function pressProfile(options: { file: string | null; cacheDir: string }): Promise<PressProfile> {
  const carried = await carriedProfile();
  const bytes = options.file === null ? carried : await readFile(options.file);
  const read = readPressProfile(bytes);
  if (!read.ok) throw new ProfileRefused(read.message);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = options.file ?? (await keep(bytes, join(options.cacheDir, 'press-profiles'), `${sha256}.icc`));
  const profile = { name: read.value.name, bytes, path, sha256 };
  await tryOut(profile, carried);
  return profile;
}

/** libvips, inside sharp, has a CMYK profile built in; the only way to its bytes is a picture that carries it. */
async function carriedProfile(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const picture = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#ffffff' } })
    .withIccProfile('cmyk')
    .jpeg()
    .toBuffer();
  const { icc } = await sharp(picture).metadata();
  if (icc === undefined) throw new Error('This build of sharp carries no CMYK profile.');
  return icc;
}

async function keep(bytes: Buffer, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, path); // whole or absent, also when two printings start at once
  return path;
}

/**
 * A header proves little: white must come out as bare paper and black as a lot of ink, or the tables are broken.
 * libvips says nothing when it cannot use a profile and takes its own, which would print with one profile and name another:
 * unless these are the carried bytes, the inks must differ from those of the carried profile.
 */
async function tryOut({ path, bytes }: PressProfile, carried: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp');
  const WHITE_MOST = 26; // of 4 × 255
  const BLACK_LEAST = 200;
  const colours = Buffer.from('ffffff000000c0281e1e3c8c28783c808080e8b020705030', 'hex');
  const through = (profile: string) =>
    sharp(colours, { raw: { width: colours.length / 3, height: 1, channels: 3 } })
      .toColourspace('cmyk')
      .withIccProfile(profile, { attach: false })
      .raw()
      .toBuffer();
  let inks: Buffer;
  try {
    inks = await through(path);
  } catch (cause) {
    throw new ProfileRefused(profileRefusals.damaged, { cause });
  }
  const sum = (at: number) => inks.subarray(at, at + 4).reduce((total, ink) => total + ink, 0);
  const sound = sum(0) <= WHITE_MOST && sum(4) >= BLACK_LEAST;
  const another = !bytes.equals(carried) && inks.equals(await through('cmyk'));
  if (!sound || another) throw new ProfileRefused(profileRefusals.damaged);
}
