/** The ICC profile of the press: the printer's own, or the public-domain one that sharp carries. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsed, refused, type Parsed } from '@trame/cms/domain/parsed';
import { profileRefusals as say } from './texts.ts';

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

const HEADER = 128;
const TAG_ENTRY = 12;
/** The largest in use are some 3 MB; what is larger is something else. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_TAGS = 200;

/** First bytes of what gets renamed to `.icc` by mistake. */
const otherFiles: readonly (readonly [start: string, what: string])[] = [
  ['\xff\xd8\xff', 'une photo JPEG'],
  ['\x89PNG', 'une image PNG'],
  ['%PDF', 'un PDF'],
  ['PK\x03\x04', 'une archive ZIP'],
  ['GIF8', 'une image GIF'],
  ['<', 'une page web ou un texte balisé'],
];

/**
 * Is this a profile that a PDF/X file can carry as its output intent (ISO 15930: an ICC output profile, CMYK)?
 * @returns its name, or one French sentence for the editor who uploaded it
 */
export function readProfile(bytes: Buffer): Parsed<{ name: string }> {
  if (bytes.length === 0) return refused(say.empty);
  if (bytes.length > MOST_BYTES) return refused(say.tooLarge(bytes.length));
  const text = (at: number, length: number) => bytes.toString('latin1', at, at + length);
  if (bytes.length < HEADER + 4 || text(36, 4) !== 'acsp') {
    const other = otherFiles.find(([start]) => text(0, start.length) === start);
    return refused(other ? say.anotherFile(other[1]) : say.notAProfile);
  }
  if (bytes.readUInt32BE(0) > bytes.length) return refused(say.truncated(bytes.length, bytes.readUInt32BE(0)));
  const space = text(16, 4).trim();
  if (space !== 'CMYK') return refused(say.notCmyk(space));
  if (text(12, 4) !== 'prtr') return refused(say.notAnOutputProfile);
  const version = bytes.readUInt8(8);
  if (version !== 2 && version !== 4) return refused(say.version(version));

  const tags = tagsOf(bytes);
  if (tags === null) return refused(say.damaged);
  // Both ways are needed: B2A0 turns pictures into inks, A2B0 shows a proof of them.
  if (!tags.has('A2B0') || !tags.has('B2A0')) return refused(say.noTables);
  if (!isTable(tags.get('A2B0'), 4, 3) || !isTable(tags.get('B2A0'), 3, 4)) return refused(say.damaged);
  const name = nameIn(tags.get('desc'));
  return name === null ? refused(say.noName) : parsed({ name });
}

/**
 * The profile to print with.
 * @param options.file the printer's profile on disk; null takes the public-domain one, kept in `cacheDir` under its hash
 * @throws {ProfileRefused} when the printer's file is none that can be printed with
 */
export async function pressProfile(options: { file: string | null; cacheDir: string }): Promise<PressProfile> {
  const carried = await carriedProfile();
  const bytes = options.file === null ? carried : await readFile(options.file);
  const read = readProfile(bytes);
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
    throw new ProfileRefused(say.damaged, { cause });
  }
  const sum = (at: number) => inks.subarray(at, at + 4).reduce((total, ink) => total + ink, 0);
  const sound = sum(0) <= WHITE_MOST && sum(4) >= BLACK_LEAST;
  const another = !bytes.equals(carried) && inks.equals(await through('cmyk'));
  if (!sound || another) throw new ProfileRefused(say.damaged);
}

/** Contents of each tag by signature; null when the table points outside the file. */
function tagsOf(bytes: Buffer): Map<string, Buffer> | null {
  const count = bytes.readUInt32BE(HEADER);
  if (count === 0 || count > MOST_TAGS || HEADER + 4 + count * TAG_ENTRY > bytes.length) return null;
  const tags = new Map<string, Buffer>();
  for (let entry = HEADER + 4; entry < HEADER + 4 + count * TAG_ENTRY; entry += TAG_ENTRY) {
    const start = bytes.readUInt32BE(entry + 4);
    const end = start + bytes.readUInt32BE(entry + 8);
    if (end > bytes.length) return null;
    tags.set(bytes.toString('latin1', entry, entry + 4), bytes.subarray(start, end));
  }
  return tags;
}

/** A look-up table in one of the four shapes that ICC v2 and v4 know, with these numbers of channels. */
function isTable(tag: Buffer | undefined, channelsIn: number, channelsOut: number): boolean {
  if (tag === undefined || tag.length < 32) return false;
  const known = ['mft1', 'mft2', 'mAB ', 'mBA '].includes(tag.toString('latin1', 0, 4));
  return known && tag.readUInt8(8) === channelsIn && tag.readUInt8(9) === channelsOut;
}

/** `desc`: a textDescriptionType (ICC v2) or a multiLocalizedUnicodeType (v4), of which French or English is preferred. */
function nameIn(tag: Buffer | undefined): string | null {
  if (tag === undefined || tag.length < 12) return null;
  const kind = tag.toString('latin1', 0, 4);
  if (kind === 'desc') return tidy(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)));
  if (kind !== 'mluc' || tag.length < 16) return null;
  const names = new Map<string, string>();
  const count = Math.min(tag.readUInt32BE(8), MOST_TAGS);
  for (let record = 16; record < 16 + count * 12 && record + 12 <= tag.length; record += 12) {
    const start = tag.readUInt32BE(record + 8);
    const utf16be = Buffer.from(tag.subarray(start, start + (tag.readUInt32BE(record + 4) & ~1)));
    if (utf16be.length % 2 === 0)
      names.set(tag.toString('latin1', record, record + 2), utf16be.swap16().toString('utf16le'));
  }
  return tidy(names.get('fr') ?? names.get('en') ?? [...names.values()][0] ?? '');
}

/** One line, printable. */
function tidy(name: string): string | null {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return clean === '' ? null : clean;
}
