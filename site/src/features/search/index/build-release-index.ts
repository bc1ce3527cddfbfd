/** The search index of a release, for whoever has the environment of its build (`build-env.ts`). */
import { buildEnv, type BuildEnv } from '../../../build-env.ts';
import { parseExport } from '../../../loaders/parse-export.ts';
import { readExport } from '../../../loaders/read-export.ts';
import { buildSearchIndex } from './build-index.ts';
import type { WordReader } from './word-reader.ts';

/**
 * @param readWords of a process that makes one release after the other
 * @throws {ExportRefused} what the contract refuses
 */
export async function buildReleaseIndex(env: BuildEnv, readWords?: WordReader): Promise<void> {
  const started = performance.now();
  const { pages, rows } = await buildSearchIndex({
    siteExport: parseExport(await readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN)),
    outDir: env.TRAME_OUT,
    builtAt: env.TRAME_BUILT_AT,
    ...(readWords && { readWords }),
  });
  console.log(`search: ${pages} pages, ${rows} rows, ${Math.round(performance.now() - started)} ms`);
}

if (import.meta.main) await buildReleaseIndex(buildEnv);
