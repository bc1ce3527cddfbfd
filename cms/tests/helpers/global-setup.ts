import type { TestProject } from 'vitest/node';
import { compileCms } from '@trame/scripts/testing/compile-cms';
import { startTemporaryPostgres } from '@trame/scripts/testing/postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** Once for all files: Strapi runs the compiled CMS, on an empty PostgreSQL that is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await compileCms();
  const postgres = await startTemporaryPostgres();
  project.provide('databaseUrl', postgres.url);
  return () => postgres.stop();
}
