const DARK = 0.16;
const GREY_SPREAD = 0.06;
const GREY_BRIGHTEST = 0.6;
const COLOURED = 10;

/**
 * Does it look black or grey although several inks make it? Red, green and blue light that inks leave, as filters do. Inks are
 * percents, one by one: every pixel of every picture comes by here.
 */
export function isRichBlack(c: number, m: number, y: number, k: number): boolean {
  if (c + m + y < COLOURED) return false;
  const through = (1 - k / 100) / 100;
  const brightest = (100 - Math.min(c, m, y)) * through;
  if (brightest <= DARK) return true;
  return brightest <= GREY_BRIGHTEST && brightest - (100 - Math.max(c, m, y)) * through <= GREY_SPREAD;
}
