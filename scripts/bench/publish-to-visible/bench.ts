import { createWorld } from '../../e2e/testing/world.ts';
import type { Log } from '../../lib/log.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { besidesDemo } from '../lib/release.ts';

/** Milliseconds, by number of associations: the design's figures. */
const LIMITS: Readonly<Record<number, number>> = { 85: 5000, 1200: 8000, 10_000: 60_000 };
const PATIENCE_MS = 300_000;

export const bench: Bench = {
  sizes: [85, 1200],
  runs: 5,
  async run({ sizes, runs, say }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const steps: Record<string, number[]> = {};
      const log: Log = {
        info: (event, details) => {
          if (event === 'step done') (steps[String(details?.['step'])] ??= []).push(Number(details?.['milliseconds']));
        },
        error: (event, details) => say(`${event} ${JSON.stringify(details)}`),
      };
      const world = await createWorld({ associations: besidesDemo(size) });
      try {
        await world.startDeployer({ log });
        await world.until(async () => (await world.get('/status.json')).ok, PATIENCE_MS);
        for (const measures of Object.values(steps)) measures.length = 0; // the first build has nothing to take over
        const entries = await world.editor.list('association', runs);
        const times: number[] = [];
        for (const [at, { documentId, slug }] of entries.entries()) {
          const entry = await world.editor.read('association', documentId);
          const words = `Présentation changée pour la mesure ${at}.`;
          await world.editor.publish('association', documentId, { ...entry, summary: words });
          const visible = async () =>
            (await (await world.get(`/associations/${String(slug)}/`)).text()).includes(words);
          times.push(await world.until(visible, PATIENCE_MS));
          say(`${size}: ${times.at(-1)} ms`);
        }
        figures.push({
          what: `${size} associations: publish → visible`,
          value: median(times),
          unit: 'ms',
          limit: LIMITS[size] ?? null,
        });
        for (const [step, measures] of Object.entries(steps))
          figures.push({ what: `– step ${step}`, value: median(measures), unit: 'ms', limit: null });
      } finally {
        await world.end();
      }
    }
    return figures;
  },
};
