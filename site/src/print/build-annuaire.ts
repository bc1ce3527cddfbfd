/**
 * The printable guide: the whole directory as `annuaire.pdf`.
 *
 * Runs alone over the environment of a site build (`build-env.ts`), at the same time as the pages.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BOOKLET_ADDRESS } from '@trame/cms/domain/contract/site/release-status';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { buildEnv, type BuildEnv } from '../build-env.ts';
import { parseExport } from '../loaders/parse-export.ts';
import { readExport } from '../loaders/read-export.ts';
import { originalFile } from '../media/originals.ts';
import { bookletData } from './booklet-data.ts';
import { entryHeights } from './entry-heights.ts';
import { readCoverage } from './glyph-coverage.ts';
import { convertPictures, wantedPictures, type OriginalFile } from './images.ts';
import { screen, type Output } from './outputs.ts';
import { createSafeText } from './safe-text.ts';
import { typeset } from './typst-compiler.ts';
import { collectWarnings, formatWarning, type PrintWarning } from './warnings.ts';

export interface AnnuaireOptions {
  readonly siteExport: SiteExport;
  /** Path of the PDF to write. */
  readonly out: string;
  readonly cacheDir: string;
  /** "Now", ISO 8601: events that ended before that day are left out. */
  readonly builtAt: string;
  /** Public address of the site. */
  readonly siteUrl: string;
  readonly originalFile: OriginalFile;
  readonly output?: Output;
}

export interface Annuaire {
  readonly pages: number;
  /** For the editor: what could not be printed as it stands in the CMS. */
  readonly warnings: readonly PrintWarning[];
}

/**
 * Sets the booklet and writes it, whole or not at all. The same content on the same day gives the same bytes: the file carries
 * no date, so that a release that changes nothing in it can be told by its hash, and downloads stay cached.
 *
 * @throws {TypesettingFailed} in French, when the booklet cannot be set
 */
export async function buildAnnuaire(options: AnnuaireOptions): Promise<Annuaire> {
  const { siteExport, out, cacheDir, builtAt, siteUrl, output = screen } = options;
  const { warn, warnings } = collectWarnings();

  const safe = createSafeText({ covers: readCoverage(), warn });
  const booklet = bookletData(siteExport, { safe, warn, builtAt, siteUrl });
  const pictures = await convertPictures(wantedPictures(siteExport, null), {
    output,
    cacheDir,
    originalFile: options.originalFile,
    warn,
  });
  const { pdf, pages } = typeset(booklet, pictures, output, await entryHeights(booklet, pictures, output, cacheDir));

  await mkdir(dirname(out), { recursive: true });
  const draft = `${out}.${process.pid}`;
  await writeFile(draft, pdf);
  await rename(draft, out);
  return { pages, warnings: warnings() };
}

/** The guide of one release, as its environment describes it; says on the output what an editor should look at. */
export async function buildReleaseAnnuaire(env: BuildEnv): Promise<void> {
  const { pages, warnings } = await buildAnnuaire({
    siteExport: parseExport(await readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN)),
    out: join(env.TRAME_OUT, BOOKLET_ADDRESS),
    cacheDir: env.TRAME_CACHE_DIR,
    builtAt: env.TRAME_BUILT_AT,
    siteUrl: env.SITE_URL,
    originalFile,
  });
  for (const warning of warnings) console.warn(`À vérifier. ${formatWarning(warning)}`);
  console.log(`Annuaire mis en page : ${pages} pages, ${warnings.length} point(s) à vérifier.`);
}

if (import.meta.main) {
  buildReleaseAnnuaire(buildEnv).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
