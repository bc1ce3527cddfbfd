import { describe, expect, it } from 'vitest';
import { qrCode, qrSvg } from './qr-codes.ts';

const url = 'https://trame.example.org/associations/amicale-laique/';

/** The dark modules again, from the runs. */
function modules({ size, runs }: ReturnType<typeof qrCode>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x, y, length] of runs) for (let at = x; at < x + length; at += 1) rows[y]![at] = true;
  return rows;
}

describe('a QR code', () => {
  it('has the three finders and the timing patterns that a reader looks for', () => {
    const code = qrCode(url);
    const dark = modules(code);
    const finder = [0, 1, 2, 3, 4, 5, 6].map((y) =>
      y === 0 || y === 6 ? '1111111' : y === 1 || y === 5 ? '1000001' : '1011101',
    );
    const at = (left: number, top: number) =>
      finder.map((_, y) => finder.map((__, x) => (dark[top + y]?.[left + x] ? '1' : '0')).join(''));
    expect(at(0, 0)).toEqual(finder);
    expect(at(code.size - 7, 0)).toEqual(finder);
    expect(at(0, code.size - 7)).toEqual(finder);
    for (let x = 8; x < code.size - 8; x += 1) expect(dark[6]?.[x]).toBe(x % 2 === 0);
  });

  it('stays small enough for a column: 37 modules for an ordinary address', () => {
    expect(qrCode(url).size).toBeLessThanOrEqual(37);
  });

  it('is one path of its colour on the screen', () => {
    const svg = qrSvg(qrCode(url), '#1f1a17').toString();
    expect(svg.match(/<path fill="#1f1a17"/g)).toHaveLength(1);
  });
});
