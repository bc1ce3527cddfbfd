/** The database of `start`: DATABASE_URL's, or the embedded one. */
import type { Environment } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { messages } from './messages.ts';
import type { Supervisor } from './supervisor.ts';

export interface Database {
  readonly url: string;
  /** For the summary: what it is and where its data lies. No password. */
  readonly description: string;
}

export async function openDatabase(
  environment: Environment,
  supervisor: Supervisor,
  logFile: string,
): Promise<Database> {
  if (environment.databaseUrl) {
    return {
      url: environment.databaseUrl,
      description: messages.externalDatabase(new URL(environment.databaseUrl).host),
    };
  }
  const starting = startPostgres({ dataDir: environment.dataDir, logFile, ifRunning: 'takeOver' });
  // Registered before it runs: Ctrl-C in the middle of its start must stop it as well, once there is something to stop.
  let up = false;
  const gone = starting.then(
    async (postgres) => {
      up = true;
      await postgres.exited;
    },
    () => new Promise<never>(() => undefined),
  );
  supervisor.add(messages.names.postgres, logFile, gone, async () => {
    const postgres = await starting.catch(() => null); // why it did not start is told below, where it is awaited
    if (postgres || up) await postgres?.stop();
  });
  const postgres = await starting;
  return { url: postgres.url, description: messages.embeddedDatabase(postgres.folder) };
}
