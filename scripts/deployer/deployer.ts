/** The deployer: server → queue → build → checks → switch. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PublicationState } from '@trame/cms/domain/contract/publication-state';
import { type Clock, systemClock } from '../lib/clock.ts';
import { ROOT, type Environment, type Secrets } from '../lib/environment.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import { close, listen } from '../lib/http.ts';
import { takeLock } from '../lib/lock.ts';
import type { Log } from '../lib/log.ts';
import { PlainError } from '../lib/plain-error.ts';
import { buildRelease } from './build.ts';
import { fetchContent } from './content.ts';
import { messages } from './messages.ts';
import { LOOK, mergeRequests, openPublication, type Publication } from './publication.ts';
import { createQueue } from './queue.ts';
import { openReleases } from './releases.ts';
import { createDeployerServer } from './server.ts';
import { BUILDER_SOURCES, realSteps, type Steps } from './steps.ts';
import { createWorkshop } from './workshop.ts';

export interface DeployerOptions {
  readonly environment: Pick<Environment, 'dataDir' | 'deployerPort' | 'siteUrl' | 'cmsUrl'>;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly steps?: Steps;
  readonly clock?: Clock;
  /** How often the CMS is asked whether something changed: Strapi neither repeats nor keeps a webhook that got lost. */
  readonly reconcileMs?: number;
  /** The same, while the CMS does not answer. */
  readonly retryMs?: number;
  readonly settleMs?: number;
}

export interface Deployer {
  readonly port: number;
  state(): Promise<PublicationState>;
  /** Looks for changes now and returns when whatever that led to is over. */
  settle(): Promise<void>;
  /** Stops the build under way and its processes; the last good site stays. */
  stop(): Promise<void>;
}

/** The publication alone, for the deployer and for `build:site`. Takes the DATA_DIR's lock. */
export async function preparePublication(
  options: Pick<DeployerOptions, 'environment' | 'secrets' | 'log' | 'steps' | 'clock'>,
): Promise<{ publication: Publication; release: () => Promise<void> }> {
  const { environment, secrets, log, steps = realSteps, clock = systemClock } = options;
  const { dataDir, siteUrl, cmsUrl } = environment;
  await mkdir(path.join(dataDir, 'deployer'), { recursive: true });
  const lock = await takeLock(path.join(dataDir, 'deployer', 'lock'));
  if ('heldBy' in lock) throw new PlainError(messages.alreadyRunning(lock.heldBy));
  const workshop = createWorkshop();
  const letGo = async () => {
    await workshop.close();
    await lock.release();
  };
  try {
    const publication = await openPublication({
      dataDir,
      builder: await fingerprint(ROOT, BUILDER_SOURCES, [siteUrl]),
      releases: openReleases(dataDir),
      fetchContent: (signal) => fetchContent({ dataDir, cmsUrl, exportToken: secrets.exportToken }, signal),
      build: (job, onStep, signal) =>
        buildRelease(job, { steps, workshop, dataDir, siteUrl, cmsUrl, clock, log }, onStep, signal),
      clock,
      log,
    });
    return { publication, release: letGo };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** Listens, looks for what was missed while it was down, then waits for webhooks and looks again every half minute. */
export async function startDeployer(options: DeployerOptions): Promise<Deployer> {
  const { clock = systemClock, log, reconcileMs = 30_000, retryMs = 2_000, settleMs = 150 } = options;
  const { publication, release } = await preparePublication(options);
  const queue = createQueue({ settleMs, clock, merge: mergeRequests, run: (request) => publication.run(request) });
  const state = () => publication.state(queue.pending);
  const server = createDeployerServer({
    secret: options.secrets.webhookSecret,
    wake: () => queue.request(LOOK),
    rebuild: ({ acceptLoss }) => queue.request({ force: true, acceptLoss }),
    state,
  });

  const stopping = new AbortController();
  const reconcile = async () => {
    while (!stopping.signal.aborted) {
      queue.request(LOOK);
      await queue.idle();
      await clock.sleep(publication.waitsForCms ? retryMs : reconcileMs, stopping.signal).catch(() => undefined);
    }
  };

  let port: number;
  try {
    port = await listen(server, options.environment.deployerPort);
  } catch (error) {
    await release();
    throw error;
  }
  log.info('listening', { port });
  const reconciling = reconcile();

  return {
    port,
    state,
    async settle() {
      queue.request(LOOK);
      await queue.idle();
    },
    async stop() {
      stopping.abort();
      publication.stop();
      await Promise.all([queue.close(), close(server)]);
      await reconciling;
      await release();
      log.info('stopped');
    },
  };
}
