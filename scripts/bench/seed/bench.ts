import { createWorld } from '../../e2e/testing/world.ts';
import { readSecrets } from '../../lib/environment.ts';
import { type Bench, type Figure, median, timed } from '../lib/figures.ts';
import { run } from '../lib/release.ts';

const LIMITS_S: Readonly<Record<number, number>> = { 10_000: 60 };

export const bench: Bench = {
  sizes: [1200, 10_000],
  runs: 1,
  async run({ sizes, runs }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const times: number[] = [];
      for (let at = 0; at < runs; at++) {
        const world = await createWorld();
        try {
          readSecrets(world.dataDir, {});
          const env = { ...process.env, DATA_DIR: world.dataDir, DATABASE_URL: world.databaseUrl };
          const { milliseconds } = await timed(() =>
            run('scripts/seed/cli.ts', ['--associations', String(size), '--seed', '7'], env),
          );
          times.push(milliseconds / 1000);
        } finally {
          await world.end();
        }
      }
      figures.push({
        what: `${size} generated associations`,
        value: median(times),
        unit: 's',
        limit: LIMITS_S[size] ?? null,
      });
    }
    return figures;
  },
};
