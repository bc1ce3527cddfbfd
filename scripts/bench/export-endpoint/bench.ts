import { readSecrets } from '../../lib/environment.ts';
import { createWorld } from '../../e2e/testing/world.ts';
import { type Bench, type Figure, median, timed } from '../lib/figures.ts';
import { besidesDemo } from '../lib/release.ts';

const COLD_LIMITS: Readonly<Record<number, number>> = { 1200: 300, 10_000: 1000 };
const UNCHANGED_LIMIT = 20;

export const bench: Bench = {
  sizes: [1200],
  runs: 7,
  async run({ sizes, runs }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const world = await createWorld({ associations: besidesDemo(size) });
      try {
        const { exportToken } = readSecrets(world.dataDir, {});
        const get = async (etag?: string) => {
          const headers = { authorization: `Bearer ${exportToken}`, ...(etag ? { 'if-none-match': etag } : {}) };
          const response = await fetch(`${world.environment.cmsUrl}/api/export/site`, { headers });
          await response.arrayBuffer();
          return response;
        };
        await get();
        const [entry] = await world.editor.list('association', 1);
        if (!entry) throw new Error('The seed left no association');
        const cold: number[] = [];
        const unchanged: number[] = [];
        for (let at = 0; at < runs; at++) {
          const whole = await world.editor.read('association', entry.documentId);
          await world.editor.publish('association', entry.documentId, { ...whole, summary: `Texte ${at}.` });
          const first = await timed(() => get());
          cold.push(first.milliseconds);
          const second = await timed(() => get(first.result.headers.get('etag') ?? ''));
          if (second.result.status !== 304) throw new Error(`Answered ${second.result.status} to an unchanged ETag`);
          unchanged.push(second.milliseconds);
        }
        figures.push({
          what: `${size} associations: after a change`,
          value: median(cold),
          unit: 'ms',
          limit: COLD_LIMITS[size] ?? null,
        });
        figures.push({
          what: `${size} associations: unchanged (304)`,
          value: median(unchanged),
          unit: 'ms',
          limit: UNCHANGED_LIMIT,
        });
      } finally {
        await world.end();
      }
    }
    return figures;
  },
};
