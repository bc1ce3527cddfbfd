import type { Server } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { close, listen } from '../../lib/http.ts';
import { createSiteServer } from '../../site-server/site-server.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { withRelease } from '../lib/release.ts';
import { mkdir, symlink } from 'node:fs/promises';

const LIMITS_KB: Readonly<Record<number, number>> = { 1200: 150, 10_000: 300 };
const QUESTIONS = ['judo', 'musique', 'enfant mercredi'];

/** Opens the page with an empty cache and waits for the answers. */
async function open(url: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
  } finally {
    await browser.close();
  }
}

/** Bytes of the bodies that the server sends under `/pagefind/`. Counted there: a browser hides what its workers fetch. */
function countSearchBytes(server: Server): { take(): number } {
  let bytes = 0;
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/pagefind/')) return;
    response.on('finish', () => (bytes += Number(response.getHeader('content-length') ?? 0)));
  });
  return {
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
  };
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
          const count = countSearchBytes(server);
          for (const question of QUESTIONS) {
            await open(`http://127.0.0.1:${port}/recherche/?q=${encodeURIComponent(question)}`);
            measures.push(count.take());
          }
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
