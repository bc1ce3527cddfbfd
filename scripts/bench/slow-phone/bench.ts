import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { findBrowser, launchBrowser } from '@trame/site/testing/browser';
import { buildPages, buildSearch, openPreview } from '@trame/site/testing/preview';
import { z } from 'zod';
import { precompress } from '../../deployer/precompress.ts';
import { close, listen } from '../../lib/http.ts';
import { createSiteServer } from '../../site-server/site-server.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { besidesDemo } from '../lib/release.ts';
import { firstSearch } from './first-search.ts';
import { lighthouse, type Measured } from './lighthouse.ts';

const pages = z
  .array(z.strictObject({ what: z.string(), path: z.string().startsWith('/') }))
  .parse(JSON.parse(await readFile(new URL('pages.json', import.meta.url), 'utf8')));

/** The design’s figures. */
const LIMITS = { firstPaint: 1000, largestPaint: 1200, search: 2000 };
const QUESTIONS = ['judo', 'musique', 'mon fils de 8 ans le mercredi'];

/** Serves a release of this size, with its pictures, as residents get it. */
async function withSite<T>(size: number, look: (port: number) => Promise<T>): Promise<T> {
  const preview = await openPreview({ generated: besidesDemo(size) });
  try {
    await buildPages(preview);
    await buildSearch(preview);
    const served = path.join(path.dirname(preview.folder), 'served');
    await mkdir(path.join(served, 'site'), { recursive: true });
    // The preview’s own server answers what Astro asked for; what is measured goes through that of the product.
    await cp(preview.folder, path.join(served, 'release'), { recursive: true });
    await symlink('../release', path.join(served, 'site/current'));
    await precompress(path.join(served, 'release'), null);
    const server = createSiteServer(served);
    const port = await listen(server, 0);
    try {
      return await look(port);
    } finally {
      await close(server, 50);
    }
  } finally {
    await preview.close();
  }
}

export const bench: Bench = {
  sizes: [85],
  runs: 3,
  async run({ sizes, runs, say }) {
    const figures: Figure[] = [];
    const { executablePath, args } = await findBrowser();
    for (const size of sizes) {
      await withSite(size, async (port) => {
        for (const { what, path: address } of pages) {
          const measures: Measured[] = [];
          for (let run = 0; run < runs; run += 1) {
            measures.push(
              await lighthouse(`http://127.0.0.1:${port}${address}`, { path: executablePath, flags: args }),
            );
            say(`${what}: ${JSON.stringify(measures.at(-1))}`);
          }
          const middle = (of: (one: Measured) => number): number => median(measures.map(of));
          for (const category of ['performance', 'accessibility', 'best-practices', 'seo'] as const)
            figures.push({
              what: `${what}: ${category}, points that are missing`,
              value: 100 - middle(({ scores }) => scores[category]),
              unit: '%',
              limit: 0,
            });
          figures.push(
            {
              what: `${what}: first paint`,
              value: middle(({ firstPaint }) => firstPaint),
              unit: 'ms',
              limit: address === '/' ? LIMITS.firstPaint : null,
            },
            {
              what: `${what}: largest paint`,
              value: middle(({ largestPaint }) => largestPaint),
              unit: 'ms',
              limit: LIMITS.largestPaint,
            },
            { what: `${what}: blocked`, value: middle(({ blocked }) => blocked), unit: 'ms', limit: null },
            {
              what: `${what}: layout shift, thousandths`,
              value: 1000 * middle(({ layoutShift }) => layoutShift),
              unit: 'times',
              limit: 0,
            },
          );
        }
        for (const question of QUESTIONS)
          for (const from of ['home', 'link'] as const) {
            const searches = [];
            for (let run = 0; run < runs; run += 1) {
              searches.push(await firstSearch(launchBrowser, port, question, from));
              say(`« ${question} », ${from}: ${JSON.stringify(searches.at(-1))}`);
            }
            figures.push(
              {
                what: `${size} associations, « ${question} » (${from}): first result`,
                value: median(searches.map(({ milliseconds }) => milliseconds)),
                unit: 'ms',
                limit: LIMITS.search,
              },
              {
                what: `${size} associations, « ${question} » (${from}): fetched`,
                value: median(searches.map(({ bytes }) => bytes)) / 1024,
                unit: 'kB',
                limit: null,
              },
            );
          }
      });
    }
    return figures;
  },
};
