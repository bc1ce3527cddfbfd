import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
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
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return figures;
  },
};
