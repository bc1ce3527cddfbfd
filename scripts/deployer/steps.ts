/** The programs that make a release. Each is a process of its own, so that it can be stopped and its memory given back. */
import path from 'node:path';
import { ROOT } from '../lib/environment.ts';
import { nodeArguments } from '../lib/child.ts';
import type { messages } from './messages.ts';

export type StepName = keyof typeof messages.steps;

export interface Step {
  readonly name: StepName;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The working folder is this step's own: made before it, with these packages in it, and removed after it. */
  readonly ownCwd?: { readonly packages: string };
  /** The program answers jobs over its channel and stays for the next release (`workshop.ts`). */
  readonly kept?: true;
  /** What this job is told, besides what every step is. */
  readonly env?: Readonly<Record<string, string>>;
  /** Jobs after which a kept program is replaced, when it may do more than the usual number. */
  readonly mostJobs?: number;
  /** Milliseconds after which it is stopped; else what `limits.ts` says of its name. */
  readonly limitMs?: number;
}

/** The steps by what they do; tests put others in their place. */
export interface Steps {
  /** Write into the release folder without touching each other's files: they run at the same time. */
  readonly content: (release: string) => readonly Step[];
  /** Writes the booklet (`BOOKLET_FILE`) into it: beside the others, or after they are online. */
  readonly booklet: (release: string) => Step;
  readonly precompress: (release: string, previous: string | null) => Step;
  readonly checks: (job: CheckJob) => Step;
}

/** Holds a CheckJob for the program that does it. */
export const CHECK_JOB = 'TRAME_CHECK_JOB';

/** Paths of what the checks read and of the report that they write. */
export interface CheckJob {
  readonly release: string;
  readonly siteUrl: string;
  readonly exportFile: string;
  /** JSON of the live release's pages by section; null before the first one. */
  readonly previousPages: Record<string, number> | null;
  readonly report: string;
  readonly acceptLoss: boolean;
  /** It holds no booklet yet: that one follows. */
  readonly awaitsBooklet: boolean;
}

const site = path.join(ROOT, 'site');
const ours = (name: StepName, file: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: nodeArguments(path.join(ROOT, file), ...args),
  cwd: ROOT,
});

export const realSteps: Steps = {
  content: (release) => [
    {
      ...ours('pages', 'site/src/workers/pages-worker.ts'),
      kept: true,
      // Astro compiles the pages into `.astro/` of the folder it is called from, and renames what it made there into the
      // release: both must lie on one file system, which the clone and DATA_DIR need not share. Two builds at a time (a test
      // beside `start`) would remove each other's. One that a crash left goes with the old releases.
      cwd: `${release}.work`,
      ownCwd: { packages: SITE_PACKAGES },
    },
    { ...ours('search', 'site/src/workers/search-worker.ts'), kept: true, cwd: site },
  ],
  booklet: () => ({ ...ours('annuaire', 'site/src/workers/annuaire-worker.ts'), kept: true, cwd: site }),
  precompress: (release, previous) =>
    ours('precompress', 'scripts/deployer/precompress.ts', release, ...(previous ? [previous] : [])),
  checks: (job) => ({
    ...ours('checks', 'scripts/deployer/checks-worker.ts'),
    kept: true,
    env: { [CHECK_JOB]: JSON.stringify(job) },
  }),
};

/** The programs of the press. */
export type PressName = 'edition' | 'entry' | 'letters';

/** Jobs after which a program ends. Letters hold links: what it read of them leaves the memory with it. */
const PRESS_JOBS: Partial<Record<PressName, number>> = { entry: 2000, letters: 1 };

/**
 * The press: one program prints editions, another sets single entries, so that nobody who looks at an entry waits for a
 * whole booklet; a third sets letters.
 */
export const pressStep = (name: PressName): Step => ({
  ...ours(name, 'site/src/workers/press-worker.ts'),
  kept: true,
  cwd: site,
  ...(PRESS_JOBS[name] === undefined ? {} : { mostJobs: PRESS_JOBS[name] }),
});

/** Makes the page of one record that is not published yet. @param cwd of this job alone, on the disk that it writes to */
export const previewStep = (cwd: string): Step => ({
  ...ours('preview', 'site/src/workers/preview-worker.ts'),
  kept: true,
  cwd,
});

/** Answers saved searches on what is online. */
export const searchesStep: Step = {
  ...ours('searches', 'site/src/workers/searches-worker.ts'),
  kept: true,
  cwd: site,
};

/** What the pages of the site import. */
export const SITE_PACKAGES = path.join(site, 'node_modules');

/** Everything that decides what a release looks like, besides the content: another fingerprint means another site. */
export const BUILDER_SOURCES = [
  'site/src',
  'site/public',
  'site/astro.config.ts',
  'site/package.json',
  'cms/src/domain',
  'scripts/checks',
  'scripts/deployer/checks-worker.ts',
  'pnpm-lock.yaml',
];
