/** Prints one edition twice in a process of its own, and says on its last line how long each took and how much memory: for the bench. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { preflight } from '@trame/site/print/preflight';
import { printEdition } from '@trame/site/print/edition';
import { pressProfile } from '@trame/site/print/press-profile';

export interface Printing {
  readonly pages: number;
  readonly entries: number;
  readonly failed: readonly string[];
  /** The first printing of the process, and the next one. */
  readonly firstMs: number;
  readonly nextMs: number;
  /** The preflight alone, of the file that was printed. */
  readonly preflightMs: number;
  readonly peakMiB: number;
}

const [exportFile = '', folder = '', times = '2'] = process.argv.slice(2);
const printExport = PrintExport.parse(JSON.parse(await readFile(exportFile, 'utf8')));
const cacheDir = path.join(folder, 'cache');
const out = path.join(folder, 'out');

async function print() {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const begun = performance.now();
  const report = await printEdition({
    printExport,
    folder: out,
    cacheDir,
    printedAt: '2026-09-05T08:00:00.000Z',
    siteUrl: 'https://annuaire.example',
    originalFile: () => Promise.resolve(null), // pictures are converted once and kept: the bench is about the rest
    profileFile: null,
    previous: null,
  });
  return { report, milliseconds: performance.now() - begun };
}

const first = await print();
const next = times === '1' ? first : await print();
const { edition } = printExport;
const [file] = first.report.files;
const pdf = await readFile(path.join(out, file?.name ?? ''));
const profile = await pressProfile({ file: null, cacheDir });
const begun = performance.now();
await preflight(pdf, {
  standard: edition.pdfStandard,
  trim: { width: 148, height: 210 },
  bleedMm: edition.bleedMm,
  marks: edition.marks,
  profile,
  pagesMultipleOf: 4,
  file: 'livret.pdf',
});
const preflightMs = performance.now() - begun;
const printing: Printing = {
  pages: first.report.pages,
  entries: first.report.entries,
  failed: first.report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
  firstMs: first.milliseconds,
  nextMs: next.milliseconds,
  preflightMs,
  peakMiB: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(printing)}\n`);
