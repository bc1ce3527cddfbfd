/** What programs that others wrote say of the same file: the preflight must agree. Each is skipped where it is not installed. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PdfStandard } from '@trame/cms/domain/vocabulary/pdf-standards';
import { toCmykJpeg } from '../press/cmyk-picture.ts';
import { finishPressFile } from '../press/finish.ts';
import { pressProfile } from '../press/profile.ts';
import { setInTypst } from '../testing/typst-pdf.ts';
import { preflight } from './preflight.ts';

const geometry = { trim: { width: 148, height: 210 }, bleedMm: 3, slugMm: 10, marks: true };
const standards: readonly PdfStandard[] = ['PDF/X-4', 'PDF/X-1a:2003'];
const run = promisify(execFile);
const isInstalled = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

let folder: string;
const fileOf = (standard: PdfStandard) => path.join(folder, `${standard.replace(/\W/g, '')}.pdf`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-tools-'));
  const profile = await pressProfile({ file: null, cacheDir: folder });
  const dark = sharp({ create: { width: 300, height: 300, channels: 3, background: '#120c30' } });
  const photo = await toCmykJpeg(dark, profile);
  for (const standard of standards) {
    const source = `
      #set page(width: 168mm, height: 230mm, margin: 30mm)
      #set text(fill: cmyk(0%, 0%, 0%, 100%))
      Noir seul.
      #pagebreak()
      #rect(width: 40mm, height: 20mm, fill: cmyk(0%, 100%, 0%, 0%))
      #image("photo.jpg", width: 20mm)`;
    const pdf = setInTypst(source, standard === 'PDF/X-4' ? '1.6' : '1.4', { 'photo.jpg': photo });
    const file = { standard, geometry, profile, title: 'Essai', author: 'Trame', language: 'fr-FR' } as const;
    const finished = await finishPressFile(pdf, { ...file, date: new Date(0) });
    await writeFile(fileOf(standard), finished);
    const asked = { standard, trim: geometry.trim, bleedMm: 3, marks: true, profile, file: 'livret.pdf' };
    const checks = await preflight(finished, { ...asked, pagesMultipleOf: 1 });
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.skipIf(!isInstalled('qpdf')).each(standards)('qpdf finds no fault in the structure: %s', async (standard) => {
  const { stdout } = await run('qpdf', ['--check', fileOf(standard)]); // leaves with an error, or 3 for warnings
  expect(stdout).toContain(`PDF Version: ${standard === 'PDF/X-4' ? '1.6' : '1.4'}`);
  expect(stdout).toContain('not encrypted');
});

it.skipIf(!isInstalled('pdfinfo')).each(standards)(
  'pdfinfo reads the same boxes and standard: %s',
  async (standard) => {
    const { stdout } = await run('pdfinfo', ['-box', fileOf(standard)]);
    const box = (name: string) =>
      /:\s+(.*)/
        .exec(stdout.split('\n').find((line) => line.startsWith(name)) ?? '')?.[1]
        ?.split(/\s+/)
        .map((points) => Math.round((Number(points) / 72) * 254) / 10);
    expect(box('MediaBox')).toEqual([0, 0, 168, 230]);
    expect(box('BleedBox')).toEqual([7, 7, 161, 223]);
    expect(box('TrimBox')).toEqual([10, 10, 158, 220]);
    if (standard === 'PDF/X-1a:2003') expect(stdout).toContain('PDF/X-1a:2003');
  },
);

it.skipIf(!isInstalled('pdffonts')).each(standards)('pdffonts sees every font in the file: %s', async (standard) => {
  const { stdout } = await run('pdffonts', [fileOf(standard)]);
  const fonts = stdout.trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/yes yes yes/);
});

it.skipIf(!isInstalled('mutool')).each(standards)(
  'mutool finds images in inks alone, and warns of nothing: %s',
  async (standard) => {
    const { stdout, stderr } = await run('mutool', ['info', fileOf(standard)]);
    expect(stderr).not.toMatch(/warning|error/i);
    expect(stdout).toContain('DevCMYK');
    expect(stdout).not.toMatch(/DevRGB|ICC/);
  },
);

it.skipIf(!isInstalled('gs'))(
  'Ghostscript lays black text on the black plate, and no pixel above the limit',
  async () => {
    const { stdout } = await run('gs', [
      ...['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=ink_cov', '-dUseTrimBox', '-o', '-'],
      fileOf('PDF/X-4'),
    ]);
    const coverage = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
    expect(coverage[0]?.slice(0, 3)).toEqual([0, 0, 0]); // the first page has black text only
    expect(coverage[0]?.[3]).toBeGreaterThan(0);
    expect(coverage[1]?.[1]).toBeGreaterThan(0);

    // The plates themselves, as pixels of four inks.
    const plates = path.join(folder, 'plates.tif');
    await run('gs', [
      ...[
        '-q',
        '-dNOPAUSE',
        '-dBATCH',
        '-dSAFER',
        '-sDEVICE=tiff32nc',
        '-r72',
        '-dUseTrimBox',
        '-dFirstPage=2',
        '-dLastPage=2',
      ],
      ...['-o', plates, fileOf('PDF/X-4')],
    ]);
    const { data } = await sharp(plates)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    let heaviest = 0;
    for (let at = 0; at < data.length; at += 4) {
      heaviest = Math.max(
        heaviest,
        data.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0),
      );
    }
    expect((heaviest * 100) / 255).toBeLessThanOrEqual(300);
    expect((heaviest * 100) / 255).toBeGreaterThan(150); // the dark picture was really there
  },
  30_000,
);
