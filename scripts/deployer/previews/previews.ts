/**
 * A record before it is published, by the very programs that make the site and the booklet (decision 0042). What is shown is not
 * public: it stands on the disk while it is made, for nobody else to read, and not a moment longer.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import type { EntryPreviewQuestion, PagePreviewQuestion } from '@trame/cms/domain/contract/press/preview';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import { PREVIEW_ROUTE_VARIABLE, type PreviewRoute } from '@trame/site/preview-job';
import type { Clock } from '../../lib/clock.ts';
import { nullIfAbsent } from '../../lib/files.ts';
import type { Log } from '../../lib/log.ts';
import type { RunPress } from '../editions/print-jobs.ts';
import { openOneAtATime } from '../one-at-a-time.ts';
import type { StepOutcome } from '../workshop.ts';
import { oneDocument } from './one-document.ts';

const PRIVATE = 0o600;
/** Two editors look at something at once; more wait for them. */
const MOST_WAITING = 4;

const ROUTES: Readonly<Record<PagePreviewQuestion['page'], PreviewRoute>> = {
  associations: '/associations/[slug]',
  events: '/agenda/[slug]',
  guides: '/guides/[slug]',
  resources: '/ressources/[slug]',
};

/** `null`: what is asked for is not printed. */
export type Previewed<Made> =
  { readonly outcome: 'made'; readonly made: Made } | { readonly outcome: 'busy' } | { readonly outcome: 'failed' };

export interface Previews {
  page(question: PagePreviewQuestion): Promise<Previewed<string>>;
  entry(question: EntryPreviewQuestion): Promise<Previewed<Buffer | null>>;
  close(): Promise<void>;
}

export interface PreviewTools {
  readonly dataDir: string;
  /** Packages that the pages import. */
  readonly packages: string;
  /** Builds one page, in a working folder of its own. */
  readonly build: (cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<StepOutcome>;
  readonly press: RunPress;
  readonly clock: Clock;
  readonly log: Log;
}

/** Of a picture's kind, as the site and the press name its original in their cache. */
const extensionOf = (mime: string): string => {
  const subtype = mime.replace(/^.*\//, '').replace(/\+.*$/, '');
  return subtype === 'jpeg' ? 'jpg' : subtype.replace(/[^a-z0-9]/g, '');
};

/** Puts away what a crash left. */
export async function openPreviews(tools: PreviewTools): Promise<Previews> {
  const { dataDir, log, clock } = tools;
  const turns = await openOneAtATime({ root: path.join(dataDir, 'cache', 'previews'), most: MOST_WAITING });

  /** Pictures that the CMS shows to nobody yet, where the builders look for originals. */
  async function placeFiles(files: PagePreviewQuestion['files']): Promise<void> {
    const originals = path.join(dataDir, 'cache', 'originals');
    await mkdir(originals, { recursive: true });
    for (const { hash, mime, base64 } of files) {
      const file = path.join(originals, `${hash}.${extensionOf(mime)}`);
      await writeFile(file, Buffer.from(base64, 'base64'), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
  }

  async function inTurn<Made>(
    what: string,
    make: (folder: string, signal: AbortSignal) => Promise<Made>,
  ): Promise<Previewed<Made>> {
    try {
      const previewed = await turns.run(async (folder, signal) => {
        const begun = clock.ticks();
        const made = await make(folder, signal);
        log.info('preview made', { what, milliseconds: Math.round(clock.ticks() - begun) });
        return { outcome: 'made' as const, made };
      });
      return previewed ?? { outcome: 'busy' };
    } catch (error) {
      log.error('preview not made', { what, cause: causeOf(error) });
      return { outcome: 'failed' };
    }
  }

  const succeeded = ({ exit, output }: StepOutcome): void => {
    if (exit.code !== 0) throw new Error(output.slice(-2000));
  };

  return {
    page: ({ page, slug, content, files }) =>
      inTurn(page, async (folder, signal) => {
        await placeFiles(files);
        const work = path.join(folder, 'work');
        const out = path.join(folder, 'out');
        const exportFile = path.join(folder, 'export.json');
        await mkdir(work);
        await symlink(tools.packages, path.join(work, 'node_modules'));
        await writeFile(exportFile, JSON.stringify(content), { mode: PRIVATE });
        const route = ROUTES[page];
        const env = {
          TRAME_EXPORT: exportFile,
          TRAME_OUT: out,
          TRAME_ONLY_SLUG: slug,
          [PREVIEW_ROUTE_VARIABLE]: route,
          TRAME_BUILT_AT: clock.now().toISOString(),
        };
        succeeded(await tools.build(work, env, signal));
        const html = await readFile(path.join(out, route.replace('[slug]', slug), 'index.html'), 'utf8');
        return oneDocument(html, out);
      }),

    entry: ({ slug, content, files }) =>
      inTurn('entry', async (folder, signal) => {
        await placeFiles(files);
        const exportFile = path.join(folder, 'export.json');
        const out = path.join(folder, 'entry.png');
        await writeFile(exportFile, JSON.stringify(content), { mode: PRIVATE });
        const builtAt = clock.now().toISOString();
        const job: PressJob = { kind: 'entry', exportFile, content: randomUUID(), slug, out, builtAt };
        succeeded(await tools.press('entry', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, signal));
        return readFile(out).catch(nullIfAbsent);
      }),

    close: () => turns.close(),
  };
}
