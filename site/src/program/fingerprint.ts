/** What the compiled program depends on besides its sources, which a running program does not see change. */
import type { BuildEnv } from '../build-env.ts';
import { languagesOf } from '../languages/chosen.ts';

/** @param siteExport of the release, before anything of it was checked @returns the same for two releases of one program */
export const fingerprint = (env: BuildEnv, siteExport: unknown): string =>
  JSON.stringify({ site: env.SITE_URL, languages: languagesOf(siteExport), cache: env.TRAME_CACHE_DIR });
