import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertPictures, type WantedPicture } from './images.ts';
import { pressOutput, screen, type Output } from './outputs.ts';
import { cmykTiff } from './press/cmyk-tiff.ts';
import { pressProfile } from './press/profile.ts';
import { collectWarnings } from './warnings.ts';

const { edition } = toPrintExport(demoContent({ today: '2026-11-22' }));
let cacheDir: string;
let press: Output;
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'trame-pictures-'));
  press = pressOutput({ edition, profile: await pressProfile({ file: null, cacheDir }), inks: {} });
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

/** Converts one picture; what was said of it. */
async function saidOf(name: string, bytes: Buffer, output: Output): Promise<string[]> {
  const original = join(cacheDir, `${name}.jpg`);
  await writeFile(original, bytes);
  const { warn, warnings } = collectWarnings();
  const image = { url: '/a.jpg', hash: name, mime: 'image/jpeg', width: 2000, height: 2000, alt: '', caption: null };
  const wanted: WantedPicture = { image, use: 'logo', record: 'Association « Judo club »', association: null };
  const found = await convertPictures([wanted], {
    output,
    cacheDir,
    originalFile: () => Promise.resolve(original),
    warn,
  });
  expect(found.size).toBe(1);
  return warnings().map(({ message }) => message);
}

describe('a picture that comes in inks', () => {
  it('is printed in them, which the report says each time it is printed', async () => {
    const black = cmykTiff(Buffer.from([0, 0, 0, 255, 0, 0, 0, 0]), { width: 2, height: 1 });
    const jpeg = await sharp(black).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg().toBuffer();
    for (const _ of ['converted', 'kept from before'])
      expect(await saidOf('inks', jpeg, press)).toEqual([expect.stringMatching(/déjà en CMJN.*telles quelles/)]);
    expect(await saidOf('inks', jpeg, screen)).toEqual([]);
  });

  it('is the only one that the report speaks of', async () => {
    const rgb = sharp({ create: { width: 8, height: 8, channels: 3, background: '#7a1f3d' } });
    expect(await saidOf('rgb', await rgb.jpeg().toBuffer(), press)).toEqual([]);
  });
});
