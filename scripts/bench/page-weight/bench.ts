import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readRelease } from '../../checks/release.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';
import { withRelease } from '../lib/release.ts';

const LIMIT_KB = 30;

/** As it goes over the wire: the compressed twin when there is one. */
function sent(folder: string, file: string): number {
  try {
    return readFileSync(path.join(folder, `${file}.br`)).length;
  } catch {
    return Math.min(
      readFileSync(path.join(folder, file)).length,
      brotliCompressSync(readFileSync(path.join(folder, file))).length,
    );
  }
}

export const bench: Bench = {
  sizes: [85, 1200],
  runs: 1,
  async run({ sizes }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      await withRelease(size, async (folder) => {
        const release = readRelease(folder, 'http://127.0.0.1:8080');
        const weights = release.pages.map((page) => {
          const file = page.address.endsWith('/') ? `${page.address}index.html` : page.address;
          const parts = new Set(page.references.filter((reference) => /^\/_trame\/[^?#]+\.(css|js)$/.test(reference)));
          return { address: page.address, bytes: [file, ...parts].reduce((sum, part) => sum + sent(folder, part), 0) };
        });
        const heaviest = weights.reduce((a, b) => (b.bytes > a.bytes ? b : a));
        const middle = median(weights.map(({ bytes }) => bytes));
        figures.push({
          what: `${size} associations: page in the middle`,
          value: middle / 1024,
          unit: 'kB',
          limit: LIMIT_KB,
        });
        figures.push({
          what: `${size} associations: heaviest page (${heaviest.address})`,
          value: heaviest.bytes / 1024,
          unit: 'kB',
          limit: LIMIT_KB,
        });
        await Promise.resolve();
      });
    }
    return figures;
  },
};
