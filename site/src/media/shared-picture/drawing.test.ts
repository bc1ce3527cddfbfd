import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawShared, LOGO_BOX, SHARED, type SharedDrawing } from './drawing.ts';
import type { Pixels } from './indexed-png.ts';

const drawing: SharedDrawing = {
  title: 'Amicale laïque',
  kicker: 'Sports\u00a0· Saint-Savin',
  siteName: 'Annuaire',
  primaryColour: '#1f5c57',
  accentColour: '#c8702c',
  thread: '#aa3333',
};
/** Half green, half of a thousand shades. */
const { side } = LOGO_BOX;
const logo: Pixels = {
  data: Uint8Array.from({ length: side * side * 3 }, (_, at) =>
    at < side * side * 1.5 ? [0, 255, 0][at % 3]! : [200, (at >> 3) % 256, (at >> 9) % 256][at % 3]!,
  ),
  width: side,
  height: side,
};
const read = async (changes: Partial<SharedDrawing>, mark: Pixels | null = null) => {
  const png = await drawShared({ ...drawing, ...changes }, mark);
  const { data, info } = await sharp(png, { failOn: 'warning' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex');
  /** Columns between which something dark stands in the rows of the title. */
  const inked = () => {
    const columns: number[] = [];
    for (let x = 30; x < info.width; x += 1)
      for (let y = 172; y < 498; y += 1)
        if (Number.parseInt(at(x, y).slice(0, 2), 16) < 0x60) {
          columns.push(x);
          break;
        }
    return { first: columns[0], last: columns.at(-1) };
  };
  return { png, info, at, inked };
};

describe('the picture of a shared link', () => {
  it('has the size and the colours that it is asked for, and few bytes', async () => {
    const { png, info, at } = await read({});
    expect(info).toMatchObject(SHARED);
    expect([at(5, 300), at(5, 595), at(65, 595)]).toEqual(['aa3333', '1f5c57', 'c8702c']);
    expect(png.length).toBeLessThan(40_000);
  });

  it('sets the title inside of its margins, whatever it is', async () => {
    for (const title of ['Judo', 'a'.repeat(300), 'W'.repeat(300), 'Amitié جمعية 2026 🎉', 'mot '.repeat(90)]) {
      const { first, last } = (await read({ title })).inked();
      expect(first, title).toBeGreaterThan(60);
      expect(last, title).toBeLessThan(SHARED.width - 60);
      const beside = await read({ title }, { ...logo, data: new Uint8Array(side * side * 3).fill(255) });
      expect(beside.inked().last, title).toBeLessThan(LOGO_BOX.left);
    }
  });

  it('leaves out what no face has, and is a picture still', async () => {
    expect((await read({ title: '中文 🎉' })).inked()).toEqual({ first: undefined, last: undefined });
  });

  it('shows a logo beside it, of however many colours', async () => {
    const { at, info } = await read({}, logo);
    expect(info).toMatchObject(SHARED);
    expect(at(LOGO_BOX.left + 20, LOGO_BOX.top + 20)).toBe('00ff00');
    const shade = at(LOGO_BOX.left + 88, LOGO_BOX.top + 150);
    expect(Number.parseInt(shade.slice(0, 2), 16)).toBeGreaterThan(180);
    expect(at(5, 300)).toBe('aa3333');
  });

  it('is the same for the same words, and another for others', async () => {
    const [one, same, other] = [(await read({})).png, (await read({})).png, (await read({ title: 'Judo' })).png];
    expect(one.equals(same)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });
});
