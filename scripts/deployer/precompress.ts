/**
 * Writes a `.br` and a `.gz` beside every text of a release, so that the site's server never
 * compresses: `node precompress.ts RELEASE [PREVIOUS]`.
 *
 * One change touches few pages: a file with the same bytes as in the previous release is that one's, twins included, as a
 * hard link. It costs no time and no disk, and browsers that have it are told so (304).
 */
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { atOnce } from '@trame/site/at-once';
import { runCommand } from '../lib/run.ts';

const COMPRESSIBLE = /\.(html|css|js|mjs|json|geojson|xml|svg|txt|ics|csv|webmanifest|pagefind)$/;
/** Below this a packet is a packet. */
const SMALLEST = 512;
const TWINS = ['.br', '.gz'] as const;
/** Files at once: the compression itself runs on libuv's threads. */
const PARALLEL = 8;
// Measured on 1,200 pages: quality 6 is within 8 % of the best, which takes forty times as long.
const BROTLI_QUALITY = 6;
/** What is the program's own is the same in every release: it is compressed once, and a telephone waits for it with a first page. */
const OF_PROGRAM = /^(?:_trame\/.+\.(?:css|js)|pagefind\/moteur-[^/]+\/.+)$/;
const BEST = 11;
/** What is larger nobody waits for: the map, which comes when it is asked for. It would take seconds. */
const LARGEST_AT_BEST = 256 * 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export interface Precompression {
  readonly compressed: number;
  readonly reused: number;
}

/**
 * Puts the earlier file in the place of its equal: one copy on disk for all releases, and one date, hence one ETag.
 * @param beside a name on the same disk and outside of the release: the checks look at its files meanwhile
 */
async function share(previous: string, file: string, beside: string): Promise<void> {
  await link(previous, beside);
  try {
    await rename(beside, file);
  } finally {
    // Renaming one of two names of the same file leaves both.
    await rm(beside, { force: true });
  }
}

async function compressOne(
  file: string,
  isOfProgram: boolean,
  previous: string | null,
  beside: string,
): Promise<'compressed' | 'reused' | 'kept'> {
  let content: Buffer | null = null;
  const read = async (): Promise<Buffer> => (content ??= await readFile(file));
  const now = await stat(file);
  const { size } = now;
  const isWorthIt = COMPRESSIBLE.test(file) && size >= SMALLEST;
  // An earlier file that cannot be looked at is not shared: this one is compressed anew, which costs time only.
  const before = previous === null ? null : await stat(previous).catch(() => null);
  // What was taken over has the file of before already, and nothing of it is read.
  const isShared = before !== null && before.ino === now.ino && before.dev === now.dev;
  if (isShared && !isWorthIt) return 'kept';
  // Equal sizes first: most pictures and fonts differ in it.
  if (previous !== null && (isShared || (before?.size === size && (await readFile(previous)).equals(await read())))) {
    try {
      if (isWorthIt) for (const twin of TWINS) await link(previous + twin, file + twin);
      if (!isShared) await share(previous, file, beside);
      return isWorthIt ? 'reused' : 'kept';
    } catch {
      // The previous one had no twins, or lies on another disk: this one gets its own.
      for (const twin of TWINS) await rm(file + twin, { force: true });
    }
  }
  if (!isWorthIt) return 'kept';
  const text = await read();
  const [brotli, zipped] = await Promise.all([
    toBrotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: isOfProgram && size <= LARGEST_AT_BEST ? BEST : BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: size,
      },
    }),
    toGzip(text, { level: 7 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, zipped)]);
  return 'compressed';
}

/** @param previous folder of an earlier release, or null */
export async function precompress(release: string, previous: string | null): Promise<Precompression> {
  const files = (await readdir(release, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !TWINS.some((twin) => entry.name.endsWith(twin)))
    .map((entry) => path.relative(release, path.join(entry.parentPath, entry.name)));
  const counts = { compressed: 0, reused: 0, kept: 0 };
  await atOnce(PARALLEL, files, async (file, lane) => {
    const beside = `${path.resolve(release)}.shared-${lane}`;
    const before = previous && path.join(previous, file);
    counts[await compressOne(path.join(release, file), OF_PROGRAM.test(file), before, beside)]++;
  });
  return { compressed: counts.compressed, reused: counts.reused };
}

if (import.meta.main) {
  await runCommand(async () => {
    const [release = '', previous = null] = process.argv.slice(2);
    const { compressed, reused } = await precompress(path.resolve(release), previous && path.resolve(previous));
    process.stdout.write(`${compressed} compressed, ${reused} taken over\n`);
  });
}
