import path from 'node:path';
import { chromium } from 'playwright-core';
import { close, listen } from '../../lib/http.ts';
import { createSiteServer } from '../../site-server/site-server.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { withRelease } from '../lib/release.ts';
import { mkdir, symlink } from 'node:fs/promises';

const LIMITS_KB: Readonly<Record<number, number>> = { 1200: 150, 10_000: 300 };
const QUESTIONS = ['judo', 'musique', 'enfant mercredi'];

/** Everything that goes over the network from the open search page to the first answers, pictures aside. */
async function bytesFor(url: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const requests = new Map<string, string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, request.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (requests.get(requestId)?.includes('/pagefind/')) bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return bytes;
  } finally {
    await browser.close();
  }
}

export const bench: Bench = {
  sizes: [1200],
  runs: 1,
  async run({ sizes }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      await withRelease(size, async (folder, dataDir) => {
        const served = path.join(dataDir, 'served');
        await mkdir(path.join(served, 'site'), { recursive: true });
        await symlink(folder, path.join(served, 'site/current'));
        const server = createSiteServer(served);
        const port = await listen(server, 0);
        try {
          const measures: number[] = [];
          for (const question of QUESTIONS)
            measures.push(await bytesFor(`http://127.0.0.1:${port}/recherche/?q=${encodeURIComponent(question)}`));
          figures.push({
            what: `${size} associations: first search`,
            value: median(measures) / 1024,
            unit: 'kB',
            limit: LIMITS_KB[size] ?? null,
          });
        } finally {
          await close(server, 50);
        }
      });
    }
    return figures;
  },
};
