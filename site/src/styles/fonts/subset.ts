/**
 * Makes the two web fonts beside this file from the packages of Fontsource: the characters that a French page needs, the
 * axes that the site uses, nothing else. Run by hand when a font or the list of characters changes:
 * `pnpm exec node site/src/styles/fonts/subset.ts`. Both fonts are under the SIL Open Font License 1.1 (OFL.txt).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const here = new URL('.', import.meta.url);

/** Basic Latin, Latin-1, the rest of French, typographic punctuation and spaces, and the few signs that the pages draw. */
const characters =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  'ŒœŸĀāĒēĪīŌōŪūŠšŽžĆćČčŁłŃńŞşĞğİı' +
  '\u2009\u200a\u202f\u2011–—‘’‚“”„†•…‰‹›⁄€№™−≤≥←→↑↓↗';

const fonts = [
  {
    source: '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
    target: 'fraunces.woff2',
    axes: { wght: { min: 400, max: 700 }, opsz: 36 },
  },
  {
    source: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    target: 'source-sans-3.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
] as const;

for (const { source, target, axes } of fonts) {
  const original = await readFile(require.resolve(source));
  const subset = await subsetFont(original, characters, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(new URL(target, here), subset);
  console.log(`${target}: ${original.length} → ${subset.length} bytes`);
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
}
