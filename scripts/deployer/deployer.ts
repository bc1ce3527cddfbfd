/** The deployer: server → queue → build → checks → switch. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { type Clock, systemClock } from '../lib/clock.ts';
import { type DeployerSecrets, type Environment, ROOT, type Secrets } from '../lib/environment.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import { close, listen } from '../lib/http.ts';
import { takeLock } from '../lib/lock.ts';
import type { Log } from '../lib/log.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { PlainError } from '../lib/plain-error.ts';
import { leakMark } from '@trame/cms/leak-mark';
import { buildRelease, completeRelease } from './build.ts';
import { fetchContent } from './content.ts';
import { type Editions, openEditions } from './editions/editions.ts';
import type { RunPress } from './editions/print-jobs.ts';
import { createEditionRoutes } from './editions/routes.ts';
import { type LetterPress, openLetterPress } from './letters/letter-press.ts';
import { createLetterRoutes } from './letters/routes.ts';
import { messages } from './messages.ts';
import { createMetricsRoutes } from './metrics.ts';
import { openPreviews, type Previews } from './previews/previews.ts';
import { createPreviewRoutes } from './previews/routes.ts';
import { LOOK, mergeRequests, openPublication, type Publication } from './publication.ts';
import { createQueue } from './queue.ts';
import { openReleases } from './releases.ts';
import { createDeployerServer } from './server.ts';
import { createSearchRoutes } from './searches/routes.ts';
import { openSearches, type Searches } from './searches/searches.ts';
import {
  BUILDER_SOURCES,
  pressStep,
  previewStep,
  realSteps,
  searchesStep,
  SITE_PACKAGES,
  type Steps,
} from './steps.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

export interface DeployerOptions {
  readonly environment: Pick<
    Environment,
    'dataDir' | 'deployerPort' | 'siteUrl' | 'cmsUrl' | 'cmsDirectUrl' | 'pressUrl'
  >;
  readonly secrets: DeployerSecrets;
  readonly log: Log;
  readonly steps?: Steps;
  /** The programs of the press. */
  readonly press?: typeof pressStep;
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
  options: Pick<DeployerOptions, 'environment' | 'log' | 'steps' | 'clock'> & { readonly secrets: Secrets },
): Promise<{ publication: Publication; release: () => Promise<void> }> {
  const { environment, secrets, log, steps = realSteps, clock = systemClock } = options;
  const { dataDir, siteUrl, cmsUrl, cmsDirectUrl } = environment;
  await mkdir(path.join(dataDir, 'deployer'), { recursive: true });
  const lock = await takeLock(path.join(dataDir, 'deployer', 'lock'));
  if ('heldBy' in lock) throw new PlainError(messages.alreadyRunning(lock.heldBy));
  const workshop = createWorkshop();
  const letGo = async () => {
    await workshop.close();
    await lock.release();
  };
  try {
    const markOf = (contact: string) => leakMark(secrets.exportToken, contact);
    const tools = { steps, workshop, dataDir, siteUrl, cmsUrl, cmsDirectUrl, clock, log, markOf };
    const publication = await openPublication({
      dataDir,
      builder: await fingerprint(ROOT, BUILDER_SOURCES, [siteUrl, cmsUrl]),
      releases: openReleases(dataDir),
      fetchContent: (signal) =>
        fetchContent({ dataDir, cmsUrl: cmsDirectUrl, exportToken: secrets.exportToken }, signal),
      build: (job, onStep, signal) => buildRelease(job, tools, onStep, signal),
      complete: (job, signal, giveWay) => completeRelease(job, tools, signal, giveWay),
      clock,
      log,
    });
    return { publication, release: letGo };
  } catch (error) {
    await letGo();
    throw error;
  }
}

interface Press {
  readonly editions: Editions;
  readonly letters: LetterPress;
  readonly previews: Previews;
  readonly searches: Searches;
  readonly workshop: Workshop;
}

/** The editions, the letters, the saved searches, and the programs that make them, which are hired when something is asked for. */
async function preparePress({
  environment,
  secrets,
  log,
  press = pressStep,
  clock = systemClock,
}: DeployerOptions): Promise<Press> {
  const workshop = createWorkshop();
  const withOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
    ...environmentFor('buildStep', process.env),
    NODE_ENV: 'production',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    SITE_URL: environment.siteUrl,
    CMS_URL: environment.cmsUrl,
    CMS_DIRECT_URL: environment.cmsDirectUrl,
    TRAME_CACHE_DIR: path.join(environment.dataDir, 'cache'),
    ...env,
  });
  const run: RunPress = (step, env, signal) => workshop.run(press(step), withOurs(env), signal);
  const editions = await openEditions({
    ...environment,
    cmsUrl: environment.cmsDirectUrl,
    ...secrets,
    clock,
    log,
    press: run,
  });
  const letters = await openLetterPress({ dataDir: environment.dataDir, clock, log, press: run });
  const previews = await openPreviews({
    dataDir: environment.dataDir,
    packages: SITE_PACKAGES,
    build: (cwd, env, signal) =>
      workshop.run(previewStep(cwd), withOurs({ ASTRO_TELEMETRY_DISABLED: '1', ...env }), signal),
    press: run,
    clock,
    log,
  });
  const searches = await openSearches({
    dataDir: environment.dataDir,
    releases: openReleases(environment.dataDir),
    run: (env, signal) => workshop.run(searchesStep, withOurs(env), signal),
    clock,
    log,
  });
  return { editions, letters, previews, searches, workshop };
}

/** Listens, looks for what was missed while it was down, then waits for webhooks and looks again every half minute. */
export async function startDeployer(options: DeployerOptions): Promise<Deployer> {
  const { clock = systemClock, log, reconcileMs = 30_000, retryMs = 2_000, settleMs = 150 } = options;
  const { publication, release } = await preparePublication(options);
  const queue = createQueue({
    settleMs,
    clock,
    merge: mergeRequests,
    run: async (request) => {
      await publication.run(request);
      await publication.followUp(() => queue.pending);
    },
  });
  const state = () => publication.state(queue.pending);
  const { editions, letters, previews, searches, workshop } = await preparePress(options).catch(
    async (error: unknown) => {
      await release();
      throw error;
    },
  );
  const secret = options.secrets.webhookSecret;
  const server = createDeployerServer({
    secret,
    pressUrl: options.environment.pressUrl,
    log,
    editions: createEditionRoutes({ editions, secret, clock, log }),
    letters: createLetterRoutes({ letters, secret }),
    previews: createPreviewRoutes({ previews, secret }),
    searches: createSearchRoutes({ searches, secret }),
    metrics: createMetricsRoutes({ state, dataDir: options.environment.dataDir }),
    wake: () => {
      queue.request(LOOK);
      publication.mayHaveChanged();
      editions.contentMayHaveChanged();
    },
    rebuild: ({ acceptLoss }) => {
      queue.request({ force: true, acceptLoss });
      publication.giveWay();
    },
    state,
  });

  const stopping = new AbortController();
  const reconcile = async () => {
    while (!stopping.signal.aborted) {
      queue.request(LOOK);
      await queue.idle();
      // Rejects only when the deployer stops, which the loop looks at.
      await clock.sleep(publication.waitsForCms ? retryMs : reconcileMs, stopping.signal).catch(() => undefined);
    }
  };

  let port: number;
  try {
    port = await listen(server, options.environment.deployerPort);
  } catch (error) {
    await editions.close();
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
      await Promise.all([
        queue.close(),
        editions.close(),
        letters.close(),
        previews.close(),
        searches.close(),
        close(server),
      ]);
      await workshop.close();
      await reconciling;
      await release();
      log.info('stopped');
    },
  };
}
