import { readEnvironment } from '../src/environment.ts';

/** PostgreSQL only (decision 2 of the design). TLS and schema, if any, are parameters of the URL. */
export default () => ({
  connection: {
    client: 'postgres' as const,
    connection: { connectionString: readEnvironment().DATABASE_URL },
    pool: { min: 0, max: 10 }, // none held while idle: container platforms cut silent connections
    acquireConnectionTimeout: 20_000,
  },
  settings: { useTypescriptMigrations: true }, // compiled from database/migrations into dist, like the rest of the server
});
