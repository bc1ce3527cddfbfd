/**
 * Lighthouse over one address. It is fetched when the bench runs and is no dependency: with what it brings it weighs 176 MB on
 * disk, and nothing of the product needs it.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const VERSION = '13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const audit = z.object({ numericValue: z.number() });
const report = z.object({
  categories: z.object({
    performance: z.object({ score: z.number() }),
    accessibility: z.object({ score: z.number() }),
    'best-practices': z.object({ score: z.number() }),
    seo: z.object({ score: z.number() }),
  }),
  audits: z.object({
    'first-contentful-paint': audit,
    'largest-contentful-paint': audit,
    'cumulative-layout-shift': audit,
    'total-blocking-time': audit,
  }),
});

export interface Measured {
  /** 0 to 100, of each category. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  /** Milliseconds until the first words or pictures are painted. */
  readonly firstPaint: number;
  /** Milliseconds until the largest of them is. */
  readonly largestPaint: number;
  /** What moved while the page came, as a share of the window. */
  readonly layoutShift: number;
  /** Milliseconds during which a tap would have waited. */
  readonly blocked: number;
}

/**
 * Opens the address as Lighthouse’s own telephone does: 412 px, slow 4G (150 ms, 1.6 Mbit/s), a processor four times slower.
 * @throws {Error} when Lighthouse cannot be fetched or run, or reports what is no report
 */
export async function lighthouse(url: string, chromium: { path: string; flags: readonly string[] }): Promise<Measured> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${['--headless=new', ...chromium.flags].join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium.path }, maxBuffer: 64e6 },
  );
  const { categories, audits } = report.parse(JSON.parse(stdout));
  return {
    scores: {
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      'best-practices': Math.round(categories['best-practices'].score * 100),
      seo: Math.round(categories.seo.score * 100),
    },
    firstPaint: audits['first-contentful-paint'].numericValue,
    largestPaint: audits['largest-contentful-paint'].numericValue,
    layoutShift: audits['cumulative-layout-shift'].numericValue,
    blocked: audits['total-blocking-time'].numericValue,
  };
}
