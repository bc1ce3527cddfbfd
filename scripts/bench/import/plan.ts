/**
 * Brings lists in beside a directory that is there, as `pnpm import` does, on the database of the environment: `node plan.ts PLANNED
 * APPLIED`, two files of which the first is planned only. Says what each took, and how many queries taking over asked.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/types';
import type { CommandAnswer, RunImportCommand } from '@trame/cms/domain/import/command';
import { ROOT } from '../../lib/environment.ts';
import { bootCms } from '../../seed/boot-cms.ts';
import { timed } from '../lib/figures.ts';

const [, , planned = '', applied = ''] = process.argv;
const { runImportCommand } = createRequire(path.join(ROOT, 'cms/package.json'))('./dist/src/import/command.js') as {
  runImportCommand: RunImportCommand<Core.Strapi>;
};

/** @throws when the file was refused: there is nothing to measure */
const records = (answer: CommandAnswer): number => {
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.created + answer.changed;
};

const cms = await bootCms();
try {
  const bring = (file: string, apply: boolean) =>
    timed(() => runImportCommand(cms.strapi, { path: file, fileName: path.basename(file), apply, publish: true }));
  const runs: number[] = [];
  for (let at = 0; at < 3; at += 1) runs.push((await bring(planned, false)).milliseconds);
  let queries = 0;
  cms.strapi.db.connection.on('query', () => (queries += 1));
  const { milliseconds, result } = await bring(applied, true);
  const count = records(result);
  process.stdout.write(`\n${JSON.stringify({ runs, count, applied: milliseconds, queries })}\n`);
} finally {
  await cms.close();
}
process.exit(0); // Strapi leaves timers behind
