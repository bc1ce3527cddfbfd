import { launchBrowser } from '../../../site/e2e/support/browser.ts';
import { buildPages, buildSearch, openPreview } from '../../../site/e2e/support/preview.ts';
import type { Bench, Figure } from '../lib/figure.ts';

/** kB, from the design's table. */
const TARGETS: Readonly<Record<number, number>> = { 1200: 150, 10000: 300 };
const DEMO_ASSOCIATIONS = 85;
const QUERIES = ['chorale', 'judo', 'jardin'];

export const bench: Bench = {
  name: 'search-bytes',
  question: 'How many bytes does a first search cost a phone?',
  async run({ sizes, say }) {
    const figures: Figure[] = [];
    const browser = await launchBrowser();
    try {
      for (const size of sizes) {
        const preview = await openPreview({ generated: Math.max(0, size - DEMO_ASSOCIATIONS) });
        try {
          await buildPages(preview);
          await buildSearch(preview);
          const values: number[] = [];
          for (const query of QUERIES) {
            const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
            const page = await context.newPage();
            const session = await context.newCDPSession(page);
            await session.send('Network.enable');
            let bytes = 0;
            const searchFiles = new Set<string>();
            session.on('Network.responseReceived', ({ requestId, response }) => {
              if (new URL(response.url).pathname.startsWith('/pagefind/')) searchFiles.add(requestId);
            });
            session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
              if (searchFiles.has(requestId)) bytes += encodedDataLength;
            });
            await page.goto(`${preview.origin}/recherche/?q=${query}`, { waitUntil: 'networkidle' });
            await context.close();
            if (bytes === 0) throw new Error('The search fetched nothing: the measure is wrong');
            values.push(bytes / 1000);
            say(`${size} associations, « ${query} »: ${Math.round(bytes / 1000)} kB`);
          }
          figures.push({
            name: `${size} associations, first search`,
            unit: 'kB',
            values,
            target: TARGETS[size] ?? null,
          });
        } finally {
          await preview.close();
        }
      }
    } finally {
      await browser.close();
    }
    return figures;
  },
};
