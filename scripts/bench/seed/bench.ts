import { type Bench, type Figure, timed } from '../lib/figure.ts';
import { runTrame } from '../lib/running-trame.ts';

/** Seconds, from issue 2. */
const TARGETS: Readonly<Record<number, number>> = { 10000: 60 };

export const bench: Bench = {
  name: 'seed',
  question: 'How long does it take to generate associations into the CMS?',
  async run({ sizes, say }) {
    const trame = await runTrame(say);
    const figures: Figure[] = [];
    try {
      // Each size is generated once into a growing database: a second run would find them there and add nothing.
      for (const size of [...sizes].sort((a, b) => a - b)) {
        const seconds = (await timed(() => trame.grow(size))) / 1000;
        figures.push({
          name: `up to ${size} associations`,
          unit: 's',
          values: [seconds],
          target: TARGETS[size] ?? null,
        });
      }
    } finally {
      await trame.stop();
    }
    return figures;
  },
};
