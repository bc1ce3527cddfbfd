import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../lib/environment.ts';
import { type Bench, type Figure, median, timed } from '../lib/figures.ts';
import { run, writeExport } from '../lib/release.ts';

const LIMITS: Readonly<Record<number, number>> = { 1200: 4000, 10_000: 30_000 };

export const bench: Bench = {
  sizes: [85, 1200],
  runs: 5,
  async run({ sizes, runs }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-bench-'));
      try {
        const env = {
          ...process.env,
          TRAME_EXPORT: path.join(folder, 'export.json'),
          TRAME_OUT: path.join(folder, 'out'),
          TRAME_CACHE_DIR: path.join(folder, 'cache'),
          TRAME_BUILT_AT: '2026-09-05T08:00:00.000Z',
          CMS_URL: 'http://127.0.0.1:9', // nothing answers there: the booklet is set without pictures
        };
        await mkdir(env.TRAME_OUT);
        await writeExport(env.TRAME_EXPORT, size);
        const times: number[] = [];
        for (let at = 0; at < runs; at++) {
          const { milliseconds } = await timed(() =>
            run('site/src/print/build-annuaire.ts', [], env, path.join(ROOT, 'site')),
          );
          times.push(milliseconds);
        }
        figures.push({
          what: `${size} associations: annuaire.pdf`,
          value: median(times),
          unit: 'ms',
          limit: LIMITS[size] ?? null,
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    return figures;
  },
};
