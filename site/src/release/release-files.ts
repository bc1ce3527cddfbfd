/** Every file of a release that is not a page, from one reading of the export. */
import { openExport } from '@trame/cms/domain/contract/site/open-data';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { dayOf } from '@trame/cms/domain/dates';
import type { BuildEnv } from '../build-env.ts';
import { indexContent } from '../content/index-content.ts';
import { datesIn, noteChanges, type ChangeNotes } from '../view/changes/memory.ts';
import { shownIn, subjectsByAddress } from '../view/changes/shown.ts';
import { embedLists } from '../view/embed/lists.ts';
import { embedPaths } from '../view/embed/paths.ts';
import { feedFiles } from '../view/feeds/files.ts';
import { openFiles } from '../view/open-data/files.ts';
import { readFormerNotes } from './former-notes.ts';
import type { ReleaseScripts } from './scripts.ts';
import { SERVICE_WORKER } from './service-worker-script.ts';

export interface ReleaseFiles {
  /** Text by address. */
  readonly files: ReadonlyMap<string, () => string>;
  /** What this release leaves to the next one. */
  readonly notes: ChangeNotes;
  /** When what a page shows last changed; null when it is not known. @param address path of the page on the site */
  readonly changedOn: (address: string) => string | null;
}

/** @param siteExport as it was read: the pages of the same build hold it to the contract (`content/content.ts`) */
export async function readReleaseFiles(
  env: BuildEnv,
  siteExport: unknown,
  scripts: ReleaseScripts,
): Promise<ReleaseFiles> {
  const source = siteExport as SiteExport;
  const content = indexContent(source);
  const open = { content: indexContent(openExport(source)), siteUrl: env.SITE_URL };

  const shown = shownIn(content);
  const notes = noteChanges(await readFormerNotes(env.TRAME_FORMER_CHANGES), shown, env.TRAME_BUILT_AT);
  const datesOf = datesIn(notes);
  const subjectOf = subjectsByAddress(content, shown);

  const feeds = feedFiles({ content, siteUrl: env.SITE_URL, datesOf, today: dayOf(env.TRAME_BUILT_AT) }, notes.begun);
  return {
    files: new Map([
      ...openFiles(open, env.TRAME_BUILT_AT),
      ...feeds,
      ...embedLists(open),
      [embedPaths.script, () => scripts.embed],
      [SERVICE_WORKER, () => scripts.serviceWorker],
    ]),
    notes,
    changedOn: (address) => {
      const subject = subjectOf(address);
      return subject === undefined ? null : datesOf(subject).changed;
    },
  };
}
