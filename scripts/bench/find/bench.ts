import { readFile } from 'node:fs/promises';
import { createWorld, type World } from '../../e2e/testing/world.ts';
import { type Bench, type Figure, median, timed } from '../lib/figures.ts';
import { besidesDemo } from '../lib/release.ts';

/** Milliseconds of processor time that a question may cost once the index stands. */
const WARM_LIMIT = 50;
/** As they are typed: a name, a slip, two words, the end of a number, a whole one, an address, nothing that is known. */
const QUESTIONS = ['petanque', 'petanqe', 'comite fetes', '0012', '05 36 49 00 12', '@example.org', 'xylophonne'];
const TIMES = 20;
/** Of Linux: `/proc/<pid>/stat` counts in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that the CMS has used so far, in milliseconds, user and system. */
async function processorTime({ cmsPid }: World): Promise<number> {
  const fields = (await readFile(`/proc/${cmsPid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function ask(world: World, question: string): Promise<void> {
  const response = await world.editor.fetch('GET', `/trame/find?q=${encodeURIComponent(question)}`);
  if (!response.ok) throw new Error(`${question}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

export const bench: Bench = {
  sizes: [1200],
  runs: 5,
  async run({ sizes, runs }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const world = await createWorld({ associations: besidesDemo(size) });
      try {
        const [entry] = await world.editor.list('association', 1);
        if (!entry) throw new Error('The seed left no association');
        const cold: number[] = [];
        const whole = await world.editor.read('association', entry.documentId);
        for (let at = 0; at < runs; at++) {
          await world.editor.publish('association', entry.documentId, { ...whole, summary: `Texte ${at}.` });
          cold.push((await timed(() => ask(world, 'petanque'))).milliseconds);
        }
        figures.push({
          what: `${size} associations: first question after a change`,
          value: median(cold),
          unit: 'ms',
          limit: null,
        });
        for (const question of QUESTIONS) {
          const before = await processorTime(world);
          const times: number[] = [];
          for (let at = 0; at < TIMES; at++) times.push((await timed(() => ask(world, question))).milliseconds);
          const value = ((await processorTime(world)) - before) / TIMES;
          const what = `${size} associations, « ${question} »`;
          figures.push({ what: `${what}: processor time`, value, unit: 'ms', limit: WARM_LIMIT });
          figures.push({ what: `${what}: answer`, value: median(times), unit: 'ms', limit: null });
        }
      } finally {
        await world.end();
      }
    }
    return figures;
  },
};
