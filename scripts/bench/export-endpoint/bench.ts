import pg from 'pg';
import { type Bench, type Figure, timed } from '../lib/figure.ts';
import { runTrame } from '../lib/running-trame.ts';

/** Milliseconds, from the design's table. */
const COLD_TARGETS: Readonly<Record<number, number>> = { 1200: 300, 10000: 1000 };
const UNCHANGED_TARGET = 20;

export const bench: Bench = {
  name: 'export-endpoint',
  question: 'How long does the export take, when content changed and when nothing did?',
  async run({ runs, sizes, say }) {
    const trame = await runTrame(say);
    const client = new pg.Client({ connectionString: trame.databaseUrl });
    await client.connect();
    const figures: Figure[] = [];
    try {
      const url = `${trame.environment.cmsUrl}/api/export/site`;
      const authorization = `Bearer ${trame.secrets.exportToken}`;
      const get = async (headers: Record<string, string> = {}) => {
        const response = await fetch(url, { headers: { authorization, ...headers } });
        await response.arrayBuffer();
        return response;
      };
      for (const size of [...sizes].sort((a, b) => a - b)) {
        await trame.grow(size);
        const etag = (await get()).headers.get('etag') ?? '';
        const cold: number[] = [];
        const unchanged: number[] = [];
        for (let run = 0; run < runs; run += 1) {
          // A change that no document middleware sees, and that forces the export to be computed again.
          await client.query(
            'update associations set updated_at = now() where id = (select min(id) from associations)',
          );
          cold.push(await timed(() => get()));
          for (let again = 0; again < 10; again += 1) {
            unchanged.push(
              await timed(async () => {
                const { status } = await get({ 'if-none-match': etag });
                if (status !== 304) throw new Error(`Expected 304, got ${status}`);
              }),
            );
          }
        }
        figures.push(
          { name: `${size} associations, computed`, unit: 'ms', values: cold, target: COLD_TARGETS[size] ?? null },
          { name: `${size} associations, 304`, unit: 'ms', values: unchanged, target: UNCHANGED_TARGET },
        );
      }
    } finally {
      await client.end();
      await trame.stop();
    }
    return figures;
  },
};
