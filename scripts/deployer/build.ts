/** Builds a release into its folder: the content's steps at the same time, then compression while the checks read. */
import { mkdir, readFile, rm, stat, statfs, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Leak } from '@trame/cms/domain/contract/desk/publication-state';
import { BOOKLET_ADDRESS, RELEASE_STATUS_FORMAT, ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import { CheckReport, type Finding } from '../checks/report.ts';
import { launch } from '../lib/child.ts';
import { type Clock, formatDuration } from '../lib/clock.ts';
import { isDiskFull } from '../lib/files.ts';
import type { Log } from '../lib/log.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { PlainError } from '../lib/plain-error.ts';
import { masked } from '../checks/messages.ts';
import { BOOKLET_FILE, type BookletRecord } from './booklet-record.ts';
import { messages } from './messages.ts';
import { frenchReason } from './reason.ts';
import { limitOf, withinLimit } from './limits.ts';
import type { Step, StepName, Steps } from './steps.ts';
import { takeOver, takeOverAll } from './take-over.ts';
import type { StepOutcome, Workshop } from './workshop.ts';

/** Findings shown to the editor; all are in the log. */
const SHOWN_FINDINGS = 3;
const DISK_NEEDED_BYTES = 50 * 1024 * 1024;

/** Told to the CMS; more are mended no sooner. */
const MOST_LEAKS = 50;

/** The checks found what may not go online. */
export class ReleaseRefused extends PlainError {
  override name = 'ReleaseRefused';
  readonly leaks: readonly Leak[];
  /** Too much of the site would be gone. */
  readonly isLoss: boolean;
  /** Nothing but that: an editor may say that it is meant. */
  readonly isOnlyLoss: boolean;
  /** Something is the matter with its booklet. */
  readonly isOfBooklet: boolean;

  constructor(message: string, leaks: readonly Leak[], findings: readonly Pick<Finding, 'gate' | 'where'>[]) {
    super(message);
    this.leaks = leaks;
    this.isLoss = findings.some(({ gate }) => gate === 'loss');
    this.isOnlyLoss = findings.every(({ gate }) => gate === 'loss');
    this.isOfBooklet = findings.some(({ where }) => where === BOOKLET_ADDRESS);
  }
}

/** The booklet that a release goes online with: made beside its pages, one that is there, or none yet. */
export type BookletOfJob = 'made' | 'awaited' | { readonly file: string; readonly record: BookletRecord };

export interface BuildJob {
  readonly id: string;
  /** Folder to build into; must not exist. */
  readonly folder: string;
  readonly exportFile: string;
  readonly contentVersion: string;
  readonly builtAt: Date;
  /** What this release leaves to the next: since when it shows what it shows (`site/src/view/changes`). */
  readonly changesFile: string;
  /** The live release, whose compressed files serve again, whose page counts are compared and whose changes are known. */
  readonly previous: {
    /** null when it is damaged: nothing of it is taken over. */
    readonly folder: string | null;
    readonly pages: Record<string, number>;
    readonly changesFile: string;
  } | null;
  readonly acceptLoss: boolean;
  readonly booklet: BookletOfJob;
}

/** A release of the content of another one, with that one's pages and a booklet of its own. */
export interface CompletionJob extends Omit<BuildJob, 'previous' | 'acceptLoss' | 'booklet'> {
  readonly previous: { readonly folder: string; readonly pages: Record<string, number>; readonly changesFile: string };
}

export interface BuildTools {
  readonly steps: Steps;
  readonly workshop: Workshop;
  readonly dataDir: string;
  readonly siteUrl: string;
  readonly cmsUrl: string;
  /** Where pictures are fetched from. */
  readonly cmsDirectUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** What a contact is told as to the CMS (`leakMark`). */
  readonly markOf: (contact: string) => string;
}

/**
 * Builds and checks. Leaves the folder to the caller, whole or not.
 * @returns pages by section.
 * @throws {PlainError} which step failed or what the checks found.
 */
export async function buildRelease(
  job: BuildJob,
  tools: BuildTools,
  onStep: (step: StepName) => void,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  await prepare(job);
  const { booklet } = job;
  onStep('pages');
  const steps = tools.steps.content(job.folder);
  await together(booklet === 'made' ? [...steps, tools.steps.booklet(job.folder)] : steps, job, tools, signal);
  if (typeof booklet === 'object') await takeOver(booklet.file, path.join(job.folder, BOOKLET_FILE));
  onStep('checks');
  return checked(job, tools, signal);
}

/**
 * Makes the booklet of a release that is online, and a release of the same files with it. The long part is the booklet itself: it is
 * stopped as soon as it has to give way. What follows stops between two steps: a program that is ended in the middle has to learn
 * everything again, and whoever comes first then would wait for that.
 * @param giveWay something more urgent came up
 * @returns pages by section
 * @throws {PlainError} as `buildRelease` @throws the reason of `giveWay`
 */
export async function completeRelease(
  job: CompletionJob,
  tools: BuildTools,
  signal: AbortSignal,
  giveWay: AbortSignal,
): Promise<Record<string, number>> {
  const whole: BuildJob = { ...job, acceptLoss: false, booklet: 'made' };
  await prepare(whole);
  await together([tools.steps.booklet(job.folder)], whole, tools, AbortSignal.any([signal, giveWay]));
  giveWay.throwIfAborted();
  await takeOverAll(job.previous.folder, job.folder, (file) => file !== STATUS_FILE && file !== BOOKLET_FILE);
  await completeStatus(job);
  giveWay.throwIfAborted();
  return checked(whole, tools, signal);
}

const STATUS_FILE = 'status.json';

/** What the release says of itself (`site/src/pages/status.json.ts`), with its own name and booklet. */
async function completeStatus({ id, folder, previous, contentVersion, builtAt }: CompletionJob): Promise<void> {
  const former = ReleaseStatus.parse(JSON.parse(await readFile(path.join(previous.folder, STATUS_FILE), 'utf8')));
  const own = { contentVersion, builtAt: builtAt.toISOString() };
  const status: ReleaseStatus = { ...former, format: RELEASE_STATUS_FORMAT, release: id, ...own, booklet: own };
  await writeFile(path.join(folder, STATUS_FILE), JSON.stringify(status));
}

/** As the pages are told of it. Empty: it is theirs. */
const saidOf = (booklet: BookletOfJob): string =>
  booklet === 'made' ? '' : JSON.stringify(booklet === 'awaited' ? null : booklet.record);

async function prepare(job: BuildJob): Promise<void> {
  await mkdir(job.folder, { recursive: true });
  await mkdir(path.dirname(job.changesFile), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(job.folder);
  if (bavail * bsize < DISK_NEEDED_BYTES) throw new PlainError(messages.diskFull());
}

async function together(steps: readonly Step[], job: BuildJob, tools: BuildTools, signal: AbortSignal): Promise<void> {
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  const causes: unknown[] = [];
  // All must have stopped writing before the folder can go. The first failure is the cause: the rest were stopped by it.
  await Promise.all(
    steps.map((step) =>
      runStep(step, job, tools, both).catch((error: unknown) => {
        causes.push(error);
        failed.abort();
      }),
    ),
  );
  if (causes.length > 0) throw causes[0];
}

/** Asks the gates, while the files are compressed. @returns pages by section @throws {ReleaseRefused} */
async function checked(job: BuildJob, tools: BuildTools, signal: AbortSignal): Promise<Record<string, number>> {
  const report = path.join(tools.dataDir, 'deployer', 'checks.json');
  await rm(report, { force: true });
  const checks = tools.steps.checks({
    release: job.folder,
    siteUrl: tools.siteUrl,
    exportFile: job.exportFile,
    previousPages: job.previous?.pages ?? null,
    report,
    acceptLoss: job.acceptLoss,
    awaitsBooklet: job.booklet === 'awaited',
  });
  const precompress = tools.steps.precompress(job.folder, job.previous?.folder ?? null);
  await together([checks, precompress], job, tools, signal);
  const { findings, pages } = CheckReport.parse(JSON.parse(await readFile(report, 'utf8')));
  await rm(report, { force: true }); // it may hold contacts that nobody may read
  if (findings.length > 0) {
    for (const { leak: _, ...finding } of findings)
      tools.log.error('check refused the release', { release: job.id, ...finding });
    const shown = findings.slice(0, SHOWN_FINDINGS).map(({ message }) => message);
    const leaks = findings.flatMap(({ where, leak }): Leak[] =>
      leak
        ? [
            {
              kind: leak.kind,
              mark: tools.markOf(leak.value),
              masked: masked(leak.value),
              where: where ?? '/',
              records: leak.records,
            },
          ]
        : [],
    );
    throw new ReleaseRefused(
      messages.refused(shown, findings.length - shown.length),
      leaks.slice(0, MOST_LEAKS),
      findings,
    );
  }
  return pages;
}

async function runStep(plan: Step, job: BuildJob, tools: BuildTools, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const limitMs = plan.limitMs ?? limitOf(plan.name, (await stat(job.exportFile)).size);
  const step: Step = { ...plan, limitMs };
  const begun = tools.clock.ticks();
  if (step.ownCwd) {
    await mkdir(step.cwd, { recursive: true });
    await symlink(step.ownCwd.packages, path.join(step.cwd, 'node_modules'));
  }
  const env = {
    ...environmentFor('buildStep', process.env),
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    // Astro’s bundler otherwise holds 200 MB of the program that it compiled once, for as long as the process stays.
    MIMALLOC_PURGE_DELAY: '0',
    TRAME_EXPORT: job.exportFile,
    TRAME_OUT: job.folder,
    // Said even when there is none: a program that stays keeps the variables of its last job.
    TRAME_FORMER_CHANGES: job.previous?.changesFile ?? '',
    TRAME_CHANGES: job.changesFile,
    SITE_URL: tools.siteUrl,
    CMS_URL: tools.cmsUrl,
    CMS_DIRECT_URL: tools.cmsDirectUrl,
    TRAME_CACHE_DIR: path.join(tools.dataDir, 'cache'),
    TRAME_RELEASE_ID: job.id,
    TRAME_CONTENT_VERSION: job.contentVersion,
    TRAME_BUILT_AT: job.builtAt.toISOString(),
    TRAME_BOOKLET: saidOf(job.booklet),
    ...step.env,
  };
  const { exit, output, isLate } = step.kept
    ? await tools.workshop.run(step, env, signal)
    : await runOnce(step, env, limitMs, signal);
  if (step.ownCwd) await rm(step.cwd, { recursive: true, force: true });
  const milliseconds = Math.round(tools.clock.ticks() - begun);
  if (exit.code === 0) {
    tools.log.info('step done', {
      release: job.id,
      step: step.name,
      milliseconds,
      ...(output ? { output: output.slice(-500) } : {}),
    });
    return;
  }
  if (signal.aborted) signal.throwIfAborted();
  tools.log.error('step failed', { release: job.id, step: step.name, milliseconds, ...exit, isLate, output });
  if (isLate) throw new PlainError(messages.stepTooLong(messages.steps[step.name], formatDuration(limitMs)));
  if (isDiskFull(output)) throw new PlainError(messages.diskFull());
  throw new PlainError(messages.stepFailed(messages.steps[step.name], frenchReason(output)));
}

async function runOnce(step: Step, env: NodeJS.ProcessEnv, limitMs: number, signal: AbortSignal): Promise<StepOutcome> {
  const child = launch(step.command, step.args, { cwd: step.cwd, env });
  const stop = () => void child.stop(2000);
  signal.addEventListener('abort', stop, { once: true });
  const isLate = (await withinLimit(child.exited, limitMs)) === 'late';
  if (isLate) stop();
  const exit = await child.exited;
  signal.removeEventListener('abort', stop);
  return { exit, output: child.lastOutput().trim(), ...(isLate ? { isLate } : {}) };
}
