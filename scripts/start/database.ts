/** The database of `start`: DATABASE_URL's, or the embedded one. */
import type { Environment } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';
import { hostOf } from './preflight.ts';
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
      description: messages.externalDatabase(hostOf(environment.databaseUrl)),
    };
  }
  const open = () => startPostgres({ dataDir: environment.dataDir, logFile, ifRunning: 'takeOver' });
  const starting = open();
  // Registered before it runs: Ctrl-C in the middle of its start must stop it as well, once there is something to stop.
  let up = false;
  const gone = starting.then(
    async (postgres) => {
      up = true;
      await postgres.exited;
    },
    () => new Promise<never>(() => undefined),
  );
  const stop = async () => {
    const postgres = await starting.catch(() => null); // why it did not start is told below, where it is awaited
    if (postgres || up) await postgres?.stop();
  };
  supervisor.add(messages.names.postgres, logFile, { gone, stop }, async () => {
    const { port } = await starting;
    const again = await open();
    if (again.port !== port) {
      // The CMS was told the old one, and asks there.
      await again.stop();
      throw new PlainError(messages.postgresPortTaken(port));
    }
    return { gone: again.exited, stop: () => again.stop() };
  });
  const postgres = await starting;
  return { url: postgres.url, description: messages.embeddedDatabase(postgres.folder) };
}
