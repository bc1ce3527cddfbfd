/**
 * A record before it is published, by the very programs that make the site and the booklet (decision 0042). What is shown is not
 * public: it stands on the disk while it is made, for nobody else to read, and not a moment longer.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import type { EntryPreviewQuestion, PagePreviewQuestion } from '@trame/cms/domain/contract/press/preview';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import { PREVIEW_ROUTE_VARIABLE, type PreviewRoute } from '@trame/site/preview-job';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { RunPress } from '../editions/print-jobs.ts';
import type { StepOutcome } from '../workshop.ts';
import { oneDocument } from './one-document.ts';

const OWN_FOLDER = 0o700;
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
  const root = path.join(dataDir, 'cache', 'previews');
  const stopping = new AbortController();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  await rm(root, { recursive: true, force: true });

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

  async function inFolder<Made>(what: string, make: (folder: string) => Promise<Made>): Promise<Previewed<Made>> {
    const folder = path.join(root, randomUUID());
    const begun = clock.ticks();
    try {
      await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
      const made = await make(folder);
      log.info('preview made', { what, milliseconds: Math.round(clock.ticks() - begun) });
      return { outcome: 'made', made };
    } catch (error) {
      log.error('preview not made', { what, cause: causeOf(error) });
      return { outcome: 'failed' };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** One after the other: two builds at a time would take the machine from the release. */
  function inTurn<Made>(what: string, make: (folder: string) => Promise<Made>): Promise<Previewed<Made>> {
    if (waiting >= MOST_WAITING || stopping.signal.aborted) return Promise.resolve({ outcome: 'busy' });
    waiting += 1;
    const mine = last.then(() => inFolder(what, make)).finally(() => (waiting -= 1));
    last = mine;
    return mine;
  }

  const succeeded = ({ exit, output }: StepOutcome): void => {
    if (exit.code !== 0) throw new Error(output.slice(-2000));
  };

  return {
    page: ({ page, slug, content, files }) =>
      inTurn(page, async (folder) => {
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
        succeeded(await tools.build(work, env, stopping.signal));
        const html = await readFile(path.join(out, route.replace('[slug]', slug), 'index.html'), 'utf8');
        return oneDocument(html, out);
      }),

    entry: ({ slug, content, files }) =>
      inTurn('entry', async (folder) => {
        await placeFiles(files);
        const exportFile = path.join(folder, 'export.json');
        const out = path.join(folder, 'entry.png');
        await writeFile(exportFile, JSON.stringify(content), { mode: PRIVATE });
        const builtAt = clock.now().toISOString();
        const job: PressJob = { kind: 'entry', exportFile, content: randomUUID(), slug, out, builtAt };
        succeeded(await tools.press('entry', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, stopping.signal));
        return readFile(out).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null;
          throw error;
        });
      }),

    async close() {
      stopping.abort();
      await last;
    },
  };
}
