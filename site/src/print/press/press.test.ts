import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readPressProfile } from '@trame/cms/domain/icc-profile';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cmykTiff } from './cmyk-tiff.ts';
import { coloursOf, toCmykJpeg } from './cmyk-picture.ts';
import { inksOf } from './inks.ts';
import { ProfileRefused, pressProfile, type PressProfile } from './profile.ts';
import { heaviestPixel, limitInk, MOST_INK } from './total-ink.ts';

let cacheDir: string;
let profile: PressProfile;

beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(os.tmpdir(), 'trame-press-'));
  profile = await pressProfile({ file: null, cacheDir });
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

const refusal = (bytes: Buffer): string => {
  const read = readPressProfile(bytes);
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
    expect(readPressProfile(profile.bytes)).toEqual({ ok: true, value: { name: profile.name } });
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
        expect(readPressProfile(bytes).ok).toBe(false);
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

  const SIDE = 120;
  /** Black strokes of eight pixels on paper, above a band of a colour that is its maker's own. */
  const strokes = (black: readonly number[], band: readonly number[], paper: readonly number[]): Buffer =>
    Buffer.from(
      Array.from({ length: SIDE * SIDE }, (_, at) => {
        const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
        return y >= SIDE * 0.75 ? band : x % 24 < 8 ? black : paper;
      }).flat(),
    );
  const separated = strokes([0, 0, 0, 255], [0, 200, 120, 0], [0, 0, 0, 0]);
  const asInks = (picture: Sharp) => picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  const jpegOf = (inks: Buffer) =>
    asInks(sharp(cmykTiff(inks, { width: SIDE, height: SIDE })))
      .jpeg({ quality: 100 })
      .toBuffer();
  /** The JPEG with a profile of its own: APP2 segments, as ICC.1 B.4 has them. */
  const tagged = (jpeg: Buffer, icc: Buffer): Buffer => {
    const most = 65_519;
    const count = Math.ceil(icc.length / most);
    const segments = Array.from({ length: count }, (_, index) => {
      const part = icc.subarray(index * most, (index + 1) * most);
      const head = Buffer.from([0xff, 0xe2, 0, 0, ...Buffer.from('ICC_PROFILE\0'), index + 1, count]);
      head.writeUInt16BE(part.length + 16, 2);
      return Buffer.concat([head, part]);
    });
    return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
  };
  /** The most of each ink on the strokes, and the ink in the middle of the band, in percent. */
  async function printed(source: Buffer) {
    const inks = await asInks(sharp(await toCmykJpeg(sharp(source), profile)))
      .raw()
      .toBuffer();
    const above = inks.subarray(0, SIDE * SIDE * 4 * 0.7);
    const most = [0, 1, 2, 3].map((ink) => above.filter((_, at) => at % 4 === ink).reduce((a, b) => Math.max(a, b), 0));
    const middle = (SIDE * SIDE * 0.9 + SIDE / 2) * 4;
    const percent = (value: number) => Math.round((value * 100) / 255);
    return { most: most.map(percent), band: [...inks.subarray(middle, middle + 4)].map(percent) };
  }
  const coloured = ([c = 0, m = 0, y = 0]: readonly number[]) => c + m + y;
  const BLACK_ALONE = { c: 2, m: 2, y: 2, k: 97 };
  const expectBlackAlone = ([c = 0, m = 0, y = 0, k = 0]: readonly number[]) => {
    expect(c).toBeLessThanOrEqual(BLACK_ALONE.c);
    expect(m).toBeLessThanOrEqual(BLACK_ALONE.m);
    expect(y).toBeLessThanOrEqual(BLACK_ALONE.y);
    expect(k).toBeGreaterThanOrEqual(BLACK_ALONE.k);
  };

  it('that comes in inks, without a profile or with the press’s own, is printed in those inks', async () => {
    for (const source of [
      cmykTiff(separated, { width: SIDE, height: SIDE }),
      await jpegOf(separated),
      tagged(await jpegOf(separated), profile.bytes),
    ]) {
      expect(coloursOf(await sharp(source).metadata(), profile)).toBe('press-inks');
      const { most, band } = await printed(source);
      expectBlackAlone(most);
      expect(band[0]).toBeLessThanOrEqual(2);
      expect(band[1]).toBeCloseTo(78, -0.6);
      expect(band[2]).toBeCloseTo(47, -0.6);
      expect(band[3]).toBeLessThanOrEqual(2);
    }
  });

  it('that comes in the inks of another press is converted, and keeps the black that was alone', async () => {
    const other = changed((bytes) => bytes.writeUInt16BE(1999, 24)); // the year in which it says that it was made
    const source = tagged(await jpegOf(separated), other);
    expect(coloursOf(await sharp(source).metadata(), profile)).toBe('other-inks');
    const { most, band } = await printed(source);
    expectBlackAlone(most);
    expect(band[1]).toBeGreaterThan(50);
    const photo = strokes([200, 180, 180, 40], [0, 200, 120, 0], [60, 40, 40, 0]);
    expect(coloured((await printed(tagged(await jpegOf(photo), other))).most)).toBeGreaterThan(15);
  });

  it('of greys alone is printed in black ink alone, whatever file it comes in', async () => {
    const grey = strokes([0], [0], [255]);
    const rgb = strokes([3, 0, 2], [0, 0, 0], [255, 255, 255]);
    const clear = strokes([0, 0, 0, 255], [0, 0, 0, 255], [0, 0, 0, 0]);
    const raw = (data: Buffer, channels: 1 | 3 | 4) => sharp(data, { raw: { width: SIDE, height: SIDE, channels } });
    for (const source of [
      await raw(grey, 1).toColourspace('b-w').png().toBuffer(),
      await raw(grey, 1).toColourspace('b-w').jpeg({ quality: 95 }).toBuffer(),
      await raw(rgb, 3).png().toBuffer(),
      await raw(clear, 4).png().toBuffer(),
    ])
      expectBlackAlone((await printed(source)).most);
  });

  const RAW = { raw: { width: SIDE, height: SIDE, channels: 3 } } as const;
  const PAPER = [255, 255, 255];

  it('that is a drawing in red, green and blue has its black in black ink alone, and its colours as before', async () => {
    // Of a screen, of FOGRA39 and of SWOP as programs export them.
    for (const black of [
      [0, 0, 0],
      [29, 29, 27],
      [35, 31, 32],
    ]) {
      const rgb = sharp(strokes(black, [180, 40, 30], PAPER), RAW);
      for (const source of [
        await rgb.clone().png().toBuffer(),
        await rgb.clone().jpeg({ quality: 95 }).toBuffer(),
        await rgb.clone().ensureAlpha().webp({ lossless: true }).toBuffer(),
      ]) {
        const { most, band } = await printed(source);
        expectBlackAlone(most);
        expect(band[1]).toBeGreaterThan(60);
      }
    }
  });

  it('that is a drawing keeps the smoothed edges of its letters in black ink alone, and no fringe', async () => {
    const smooth = await sharp(strokes([0, 0, 0], [180, 40, 30], PAPER), RAW)
      .blur(0.6)
      .png()
      .toBuffer();
    const [c = 0, m = 0, y = 0, k = 0] = (await printed(smooth)).most;
    expect(c + m + y).toBeLessThanOrEqual(8);
    expect(k).toBeGreaterThanOrEqual(97);
  });

  it('that is a drawing has no hole for its black in a colour: the colour goes on under it', async () => {
    const signs = Buffer.from(
      Array.from({ length: SIDE * SIDE }, (_, at) => {
        const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
        const isSign = x % 24 < 8 && (y < SIDE / 2 || (y > SIDE * 0.7 && y < SIDE * 0.9));
        return isSign ? [0, 0, 0] : y > SIDE * 0.6 ? [200, 16, 46] : PAPER;
      }).flat(),
    );
    const inks = await asInks(sharp(await toCmykJpeg(sharp(await sharp(signs, RAW).png().toBuffer()), profile)))
      .raw()
      .toBuffer();
    const at = (x: number, y: number) => [...inks.subarray((y * SIDE + x) * 4, (y * SIDE + x) * 4 + 4)];
    expectBlackAlone(at(4, 20).map((ink) => (ink * 100) / 255));
    expect(coloured(at(4, SIDE * 0.8))).toBeGreaterThan(60);
  });

  it('that is a photograph keeps its black in four inks, with words printed over it too', async () => {
    const tones = Buffer.from(
      Array.from({ length: SIDE * SIDE }, (_, at) => {
        const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
        if (y > SIDE * 0.8) return x % 24 < 8 ? [0, 0, 0] : PAPER;
        const noise = (x * 31 + y * 17) % 13;
        return [x * 2 + noise, ((x + y) % SIDE) + noise, Math.max(0, y * 2 - noise)];
      }).flat(),
    );
    const inks = await asInks(sharp(await toCmykJpeg(sharp(await sharp(tones, RAW).png().toBuffer()), profile)))
      .raw()
      .toBuffer();
    const stroke = ((SIDE - 6) * SIDE + 4) * 4;
    expect(coloured([...inks.subarray(stroke, stroke + 3)])).toBeGreaterThan(60);
    // Dark without an edge on paper: a night, a suit.
    const night = strokes([8, 8, 8], [40, 20, 90], [60, 40, 40]);
    expect(coloured((await printed(await sharp(night, RAW).png().toBuffer())).most)).toBeGreaterThan(15);
  });

  it('of greys that is a photograph keeps its tones', async () => {
    const tones = Buffer.from(Array.from({ length: SIDE * SIDE }, (_, at) => 30 + (at % SIDE)));
    const source = await sharp(tones, { raw: { width: SIDE, height: SIDE, channels: 1 } })
      .png()
      .toBuffer();
    expect((await printed(source)).most[3]).toBeCloseTo((225 / 255) * 100, -0.6);
  });

  it('that cannot be read is refused', async () => {
    await expect(toCmykJpeg(sharp(Buffer.from('no picture')), profile)).rejects.toThrow();
  });
});
