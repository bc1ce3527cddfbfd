/** The whole product on free ports and in a folder of its own, as `start` runs it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../lib/clock.ts';
import { nodeArguments } from '../../lib/child.ts';
import { type Environment, readEnvironment, readSecrets, ROOT, type Secrets } from '../../lib/environment.ts';
import { freePort } from '../../lib/http.ts';
import { startDemo } from '../../start/demo.ts';
import { createProgress } from '../../start/progress.ts';
import { createSupervisor } from '../../start/supervisor.ts';
import { openDatabase } from '../../start/database.ts';

export interface RunningTrame {
  readonly environment: Environment;
  readonly secrets: Secrets;
  readonly databaseUrl: string;
  /** Brings the number of associations to at least `count`, in bulk. */
  grow(count: number): Promise<void>;
  stop(): Promise<void>;
}

const DEMO_ASSOCIATIONS = 85;

/** Starts Trame with the demo territory. The CMS is built first if its sources changed. */
export async function runTrame(say: (line: string) => void): Promise<RunningTrame> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'trame-bench-'));
  const supervisor = createSupervisor();
  const log = (name: string) => path.join(dataDir, 'logs', `${name}.log`);
  const [site, cms, deployer] = [await freePort(), await freePort(), await freePort()];
  const before = readEnvironment({
    DATA_DIR: dataDir,
    SITE_PORT: String(site),
    CMS_PORT: String(cms),
    DEPLOYER_PORT: String(deployer),
  });
  const stop = async () => {
    await supervisor.stopAll();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { url: databaseUrl } = await openDatabase(before, supervisor, log('postgres'));
    const environment = { ...before, databaseUrl };
    await startDemo({ environment, supervisor, progress: createProgress(systemClock, say) });
    return {
      environment,
      secrets: readSecrets(dataDir, {}),
      databaseUrl,
      async grow(count) {
        const more = count - DEMO_ASSOCIATIONS;
        if (more <= 0) return;
        const seed = nodeArguments(path.join(ROOT, 'scripts/seed/cli.ts'), '--associations', String(more));
        const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
        await supervisor.complete('seed', process.execPath, seed, { cwd: ROOT, env, logFile: log('seed') });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
