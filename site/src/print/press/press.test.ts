import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCmykJpeg } from './cmyk-picture.ts';
import { inksOf } from './inks.ts';
import { ProfileRefused, pressProfile, readProfile, type PressProfile } from './profile.ts';
import { heaviestPixel, limitInk, MOST_INK } from './total-ink.ts';

let cacheDir: string;
let profile: PressProfile;

beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(os.tmpdir(), 'trame-press-'));
  profile = await pressProfile({ file: null, cacheDir });
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

const refusal = (bytes: Buffer): string => {
  const read = readProfile(bytes);
  if (read.ok) throw new Error(`read as ${read.value.name}`);
  return read.message;
};
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const copy = Buffer.from(profile.bytes);
  change(copy);
  return copy;
};

describe('the profile', () => {
  it('is the public-domain one when the printer sent none, kept in a file', async () => {
    expect(readProfile(profile.bytes)).toEqual({ ok: true, value: { name: profile.name } });
    expect(profile.name).not.toBe('');
    expect(profile.path).toContain(profile.sha256);
    expect(await pressProfile({ file: null, cacheDir })).toEqual(profile);
    expect(await pressProfile({ file: profile.path, cacheDir })).toEqual(profile);
  });

  it('refuses what is no press profile, and says how to mend it', async () => {
    const jpeg = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#abc' } })
      .jpeg()
      .toBuffer();
    const rgb = await sharp(jpeg).withIccProfile('srgb').jpeg().toBuffer();
    const { icc: screen } = await sharp(rgb).metadata();
    expect(refusal(Buffer.alloc(0))).toMatch(/vide/);
    expect(refusal(jpeg)).toMatch(/photo JPEG/);
    expect(refusal(Buffer.from('%PDF-1.7'))).toMatch(/un PDF/);
    expect(refusal(Buffer.from('x'.repeat(500)))).toMatch(/n’est pas un profil ICC/);
    expect(refusal(profile.bytes.subarray(0, 5000))).toMatch(/incomplet/);
    expect(refusal(screen ?? Buffer.alloc(0))).toMatch(/RVB/);
    expect(refusal(Buffer.alloc(60 * 1024 * 1024))).toMatch(/60\u00a0Mo/);
    expect(refusal(changed((bytes) => bytes.write('scnr', 12)))).toMatch(/profil de sortie/);
    expect(refusal(changed((bytes) => bytes.writeUInt8(5, 8)))).toMatch(/version 5/);
    expect(refusal(changed((bytes) => bytes.writeUInt32BE(0xffffffff, 128)))).toMatch(/abîmé/);
    expect(refusal(changed((bytes) => bytes.write('zzzz', 132)))).toMatch(/pas de nom/);
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), fc.nat(255))), fc.nat(1000), (bites, length) => {
        const bytes = changed((copy) => bites.forEach(([at, value]) => (copy[at] = value))).subarray(0, length);
        expect(readProfile(bytes).ok).toBe(false);
      }),
    );
  });

  it('is tried out: tables of nonsense are refused even under a good header', async () => {
    const file = path.join(cacheDir, 'broken.icc');
    await writeFile(
      file,
      changed((bytes) => bytes.fill(0, 728)),
    );
    await expect(pressProfile({ file, cacheDir })).rejects.toThrow(ProfileRefused);
    await expect(pressProfile({ file, cacheDir })).rejects.toThrow(/abîmé/);
  });
});

describe('the inks of the palette', () => {
  it('print black and greys with black ink alone, and white with none', async () => {
    const inks = await inksOf(['#000000', '#1f1a17', '#57504a', '#a39b92', '#ffffff'], profile);
    expect(inks['#000000']).toEqual([0, 0, 0, 100]);
    expect(inks['#1f1a17']).toEqual([0, 0, 0, 100]);
    expect(inks['#ffffff']).toEqual([0, 0, 0, 0]);
    expect(inks['#57504a']).toEqual([0, 0, 0, expect.closeTo(72, -1)]);
    expect(inks['#a39b92']).toEqual([0, 0, 0, expect.closeTo(44, -1)]);
  });

  it('keep the hue of pale tints', async () => {
    const [c, m, y] = (await inksOf(['#f3ebea'], profile))['#f3ebea'] ?? [0, 0, 0];
    expect(Math.max(m, y)).toBeGreaterThan(c);
  });

  it('never exceed what paper bears, in whole percents', async () => {
    const colours = fc.sample(
      fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
      500,
    );
    const inks = await inksOf(colours, profile);
    expect(Object.keys(inks)).toHaveLength(new Set(colours).size);
    for (const ink of Object.values(inks)) {
      expect(ink.every((value) => Number.isInteger(value) && value >= 0 && value <= 100)).toBe(true);
      expect(ink.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(MOST_INK);
    }
  });

  it('refuse what is no colour', async () => {
    await expect(inksOf(['rouge'], profile)).rejects.toThrow('rouge');
  });
});

describe('the limit', () => {
  it('takes the grey of three colours for black first, then thins what is left', () => {
    expect(limitInk([50, 40, 40, 60], 100, 300)).toEqual([50, 40, 40, 60]);
    expect(limitInk([90, 90, 90, 60], 100, 300)).toEqual([75, 75, 75, 75]);
    expect(limitInk([100, 100, 100, 100], 100, 300)).toEqual(
      [66.7, 66.7, 66.7, 100].map((value) => expect.closeTo(value, 1) as number),
    );
    expect(limitInk([100, 100, 0, 120], 120, 300)).toEqual([90, 90, 0, 120]);
  });
});

describe('a picture', () => {
  it('becomes four inks under the limit, with neither profile nor subsampling', async () => {
    const noise = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 30, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const jpeg = await toCmykJpeg(sharp(noise), profile);
    expect(await sharp(jpeg).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'cmyk',
      hasProfile: false,
      chromaSubsampling: '4:4:4:4',
      width: 200,
    });
    const inks = await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
    expect(heaviestPixel(inks)).toBeLessThanOrEqual(MOST_INK);
    expect(heaviestPixel(inks)).toBeGreaterThan(200);
  });

  it('shows paper where it was transparent', async () => {
    const clear = sharp({ create: { width: 16, height: 16, channels: 4, background: '#00000000' } }).png();
    const jpeg = await toCmykJpeg(sharp(await clear.toBuffer()), profile);
    expect(heaviestPixel(await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer())).toBe(0);
  });

  it('that cannot be read is refused', async () => {
    await expect(toCmykJpeg(sharp(Buffer.from('no picture')), profile)).rejects.toThrow();
  });
});
