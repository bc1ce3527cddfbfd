/** The files of open data of an export, for tests that need a whole release or read a standard. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { openExport } from '@trame/cms/domain/contract/site/open-data';
import { indexContent } from '../../../content/index-content.ts';
import { openFiles } from '../files.ts';
import type { OpenContent } from '../open-content.ts';

export const openContentOf = (siteExport: SiteExport, siteUrl: string): OpenContent => ({
  content: indexContent(openExport(siteExport)),
  siteUrl,
});

/** Text by address, without the slash at the beginning. */
export const openFilesOf = (siteExport: SiteExport, siteUrl: string): Record<string, string> =>
  Object.fromEntries(
    [...openFiles(openContentOf(siteExport, siteUrl), '2026-09-05T08:00:00.000Z')].map(([path, body]) => [
      path.slice(1),
      body(),
    ]),
  );
