/** Builds a release into its folder: the content's steps at the same time, then compression while the checks read. */
import { mkdir, readFile, rm, stat, statfs, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Leak } from '@trame/cms/domain/contract/desk/publication-state';
import { CheckReport } from '../checks/report.ts';
import { launch } from '../lib/child.ts';
import { type Clock, formatDuration } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { PlainError } from '../lib/plain-error.ts';
import { masked } from '../checks/messages.ts';
import { messages } from './messages.ts';
import { frenchReason } from './reason.ts';
import { limitOf, withinLimit } from './limits.ts';
import type { Step, StepName, Steps } from './steps.ts';
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

  constructor(message: string, leaks: readonly Leak[], gates: readonly string[]) {
    super(message);
    this.leaks = leaks;
    this.isLoss = gates.includes('loss');
    this.isOnlyLoss = gates.every((gate) => gate === 'loss');
  }
}

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
  await mkdir(job.folder, { recursive: true });
  await mkdir(path.dirname(job.changesFile), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(job.folder);
  if (bavail * bsize < DISK_NEEDED_BYTES) throw new PlainError(messages.diskFull());

  const together = async (...steps: Step[]) => {
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
  };

  onStep('pages');
  await together(...tools.steps.content(job.folder));

  onStep('checks');
  const report = path.join(tools.dataDir, 'deployer', 'checks.json');
  await rm(report, { force: true });
  await together(
    tools.steps.checks({
      release: job.folder,
      siteUrl: tools.siteUrl,
      exportFile: job.exportFile,
      previousPages: job.previous?.pages ?? null,
      report,
      acceptLoss: job.acceptLoss,
    }),
    tools.steps.precompress(job.folder, job.previous?.folder ?? null),
  );
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
      findings.map(({ gate }) => gate),
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
  if (/ENOSPC|no space left/i.test(output)) throw new PlainError(messages.diskFull());
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
