import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { createWorld } from '../../e2e/testing/world.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { writeOfficeTable, writeRegister } from './files.ts';

const Measure = z.object({ milliseconds: z.number(), mebibytes: z.number(), what: z.string() });
const run = promisify(execFile);

const KINDS = [
  { kind: 'spreadsheet', name: 'office’s table', write: writeOfficeTable, limits: { ms: 10_000, MiB: 512 } },
  { kind: 'rna', name: 'register', write: writeRegister, limits: { ms: 20_000, MiB: 256 } },
] as const;

async function measure(kind: string, file: string): Promise<z.infer<typeof Measure>> {
  const program = path.join(import.meta.dirname, 'measure.ts');
  const { stdout } = await run(process.execPath, [
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    '--max-old-space-size=320',
    program,
    kind,
    file,
  ]);
  return Measure.parse(JSON.parse(stdout));
}

const Plan = z.object({
  runs: z.array(z.number()).min(1),
  count: z.number().min(1),
  applied: z.number(),
  queries: z.number(),
});
/** Lines, and associations that are there already. */
const PLANNED = 1_200;
const APPLIED = 100;

/** An office's list is planned beside a directory of as many, and a shorter one is taken over. */
async function measurePlan(folder: string): Promise<Figure[]> {
  const [planned, applied] = [path.join(folder, 'planned.csv'), path.join(folder, 'applied.csv')];
  await writeOfficeTable(planned, PLANNED);
  await writeOfficeTable(applied, APPLIED);
  const world = await createWorld({ associations: PLANNED });
  try {
    const env = { ...process.env, DATA_DIR: world.dataDir, DATABASE_URL: world.databaseUrl };
    const program = path.join(import.meta.dirname, 'plan.ts');
    const { stdout } = await run(
      process.execPath,
      ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', program, planned, applied],
      { env },
    );
    const { runs, count, applied: ms, queries } = Plan.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    const what = `office’s table, ${PLANNED} rows beside ${PLANNED} associations: dry run`;
    return [
      { what, value: median(runs), unit: 'ms', limit: 3_000 },
      { what: `${count} associations taken over and published: each`, value: ms / count, unit: 'ms', limit: null },
      {
        what: `${count} associations taken over and published: queries of each`,
        value: queries / count,
        unit: 'times',
        limit: null,
      },
    ];
  } finally {
    await world.end();
  }
}

export const bench: Bench = {
  sizes: [1_000, 10_000, 60_000],
  runs: 3,
  async run({ sizes, runs, say }) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-bench-import-'));
    const figures: Figure[] = [];
    try {
      for (const { kind, name, write, limits } of KINDS) {
        for (const size of sizes) {
          const file = path.join(folder, `${kind}-${size}.csv`);
          await write(file, size);
          const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
          const measures = [];
          for (let at = 0; at < runs; at += 1) measures.push(await measure(kind, file));
          const ms = median(measures.map(({ milliseconds }) => milliseconds));
          const what = `${name}, ${size} rows (${megabytes} MB; ${measures[0]?.what ?? ''})`;
          say(what);
          figures.push({ what: `${what}: read`, value: ms, unit: 'ms', limit: limits.ms });
          figures.push({ what: `${what}: speed`, value: size / (ms / 1000), unit: 'rows/s', limit: null });
          const most = Math.max(...measures.map(({ mebibytes }) => mebibytes));
          figures.push({ what: `${what}: memory of the process`, value: most, unit: 'MiB', limit: limits.MiB });
        }
      }
      figures.push(...(await measurePlan(folder)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return figures;
  },
};
