import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { nodeArguments } from '../../lib/child.ts';
import { ROOT } from '../../lib/environment.ts';
import { type Bench, type Figure, median, timed } from '../lib/figures.ts';
import { besidesDemo, run } from '../lib/release.ts';
import { entriesHtml } from './entries-html.ts';
import type { Printing } from './print-once.ts';

const execute = promisify(execFile);
const LIMITS: Readonly<Record<number, number>> = { 1200: 4000, 10_000: 30_000 };
/** The limit on memory, in MiB. */
const MEMORY = 1536;
/** Printing ten times more may cost this many times ten: more is not linear. */
const LINEARITY = 1.3;
/** Browsers take minutes beyond this. */
const LARGEST_ELSEWHERE = 1200;

export const bench: Bench = {
  sizes: [300, 1200],
  runs: 3,
  async run({ sizes, runs, say }) {
    const figures: Figure[] = [];
    const perEntry = new Map<number, number>();
    for (const size of sizes) {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-bench-print-'));
      try {
        const exportFile = path.join(folder, 'export.json');
        const counts = ['--associations', String(besidesDemo(size)), '--seed', '1'];
        await run('scripts/seed/write-export.ts', ['--out', exportFile, '--edition', ...counts]);
        const printings: Printing[] = [];
        const whole: number[] = [];
        for (let at = 0; at < runs; at++) {
          const { milliseconds, result } = await timed(() => printOnce(exportFile, folder, '1'));
          whole.push(milliseconds - result.preflightMs);
          printings.push(result);
        }
        const warm = await printOnce(exportFile, folder, '2');
        printings.push(warm);
        say(
          `${size}: ${warm.entries} entries on ${warm.pages} pages; failed checks: ${warm.failed.join(', ') || 'none'}`,
        );
        const limit = LIMITS[size] ?? null;
        const what = `${size.toLocaleString('en')} associations`;
        const figure = (text: string, value: number, unit: Figure['unit'], most: number | null) =>
          figures.push({ what: `${what}: ${text}`, value, unit, limit: most });
        const printing = median(printings.map(({ firstMs }) => firstMs));
        perEntry.set(size, printing / warm.entries);
        figure('press files with preflight, cold process', printing, 'ms', limit);
        figure('the same, start of Node included', median(whole), 'ms', null);
        figure('press files with preflight, printed before in this process', warm.nextMs, 'ms', limit);
        figure('of which preflight', median(printings.map(({ preflightMs }) => preflightMs)), 'ms', null);
        figure('memory of the process', Math.max(...printings.map(({ peakMiB }) => peakMiB)), 'MiB', MEMORY);
        if (size <= LARGEST_ELSEWHERE) figures.push(...(await elsewhere(what, exportFile, folder)));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
    if (small < large) {
      const ratio = (perEntry.get(large) ?? 0) / (perEntry.get(small) ?? 1);
      figures.push({
        what: `cost of an entry at ${large.toLocaleString('en')}, against ${small.toLocaleString('en')}`,
        value: ratio,
        unit: 'times',
        limit: LINEARITY,
      });
    }
    return figures;
  },
};

async function printOnce(exportFile: string, folder: string, times: '1' | '2'): Promise<Printing> {
  const script = path.join(ROOT, 'scripts/bench/print/print-once.ts');
  const options = { cwd: path.join(ROOT, 'site'), maxBuffer: 1e8 };
  const { stdout } = await execute(process.execPath, nodeArguments(script, exportFile, folder, times), options);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Printing;
}

/** The same entries, plainly, through what others print with: RGB, without bleed, index or preflight. */
async function elsewhere(what: string, exportFile: string, folder: string): Promise<Figure[]> {
  const { content } = PrintExport.parse(JSON.parse(await readFile(exportFile, 'utf8')));
  const page = path.join(folder, 'entries.html');
  const out = path.join(folder, 'entries.pdf');
  await writeFile(page, entriesHtml(content));
  const figures: Figure[] = [];
  const add = (program: string, milliseconds: number) =>
    figures.push({ what: `${what}: ${program}, plain pages in RGB`, value: milliseconds, unit: 'ms', limit: null });
  const browser = await startBrowser();
  if (browser !== null) {
    try {
      const tab = await browser.newPage();
      const { milliseconds } = await timed(async () => {
        await tab.goto(`file://${page}`);
        await tab.pdf({ path: out, preferCSSPageSize: true });
      });
      add('Chromium', milliseconds);
    } finally {
      await browser.close();
    }
  }
  try {
    await execute('weasyprint', ['--version']);
    add('WeasyPrint', (await timed(() => execute('weasyprint', [page, out]))).milliseconds);
  } catch {
    // not installed: nothing to compare with
  }
  return figures;
}

async function startBrowser() {
  const { launchBrowser } = await import('@trame/site/testing/browser');
  try {
    return await launchBrowser();
  } catch {
    return null;
  }
}
