import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '../../../scripts/lib/embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

const cms = fileURLToPath(new URL('../..', import.meta.url));

/** Once for all files: Strapi runs what `tsc` makes of it, on an empty PostgreSQL that is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('pnpm', ['exec', 'tsc', '-p', '.'], { cwd: cms, stdio: 'inherit' });
  const postgres = await startTemporaryPostgres();
  project.provide('databaseUrl', postgres.url);
  return () => postgres.stop();
}
