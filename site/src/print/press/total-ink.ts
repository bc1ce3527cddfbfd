/** The most ink that paper bears, kept by putting black in place of the grey that three colours make together. */

/** Sum of the four inks, in percent, that print shops ask for. */
export const MOST_INK = 300;

/** What four inks leave of red, green and blue light, 0 to 1, when they mix as filters do. Rough, and the same for every profile. */
export function lightLeft([c, m, y, k]: readonly [number, number, number, number]): [number, number, number] {
  const through = 1 - k / 100;
  return [(1 - c / 100) * through, (1 - m / 100) * through, (1 - y / 100) * through];
}

/**
 * Keeps one colour under `limit`. The grey part of cyan, magenta and yellow makes way for black, so that shadows stay as dark;
 * what is still too much (a saturated colour without grey) is thinned in proportion, hue kept.
 * @param full the value of a solid ink: 100 for percents, 255 for bytes; `limit` is in the same unit
 */
export function limitInk(
  inks: readonly [c: number, m: number, y: number, k: number],
  full: number,
  limit: number,
): [number, number, number, number] {
  let [c, m, y, k] = inks;
  const excess = c + m + y + k - limit;
  if (excess <= 0) return [c, m, y, k];
  // Taking t of each colour and adding t of black saves 2t; once black is solid, each t saves 3t.
  const room = full - k;
  const wanted = excess / 2 <= room ? excess / 2 : (excess + room) / 3;
  const grey = Math.min(wanted, c, m, y);
  [c, m, y, k] = [c - grey, m - grey, y - grey, Math.min(full, k + grey)];
  const still = c + m + y + k - limit;
  if (still > 0) {
    const share = Math.max(0, 1 - still / (c + m + y));
    [c, m, y] = [c * share, m * share, y * share];
    k = Math.min(k, limit);
  }
  return [c, m, y, k];
}

/**
 * The same for a picture, in place.
 * @param pixels C, M, Y, K bytes, 255 a solid ink
 * @param limit percent
 * @returns whether any pixel had to change
 */
export function limitPicture(pixels: Uint8Array, limit: number): boolean {
  const most = Math.floor((limit * 255) / 100);
  let changed = false;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const c = pixels[at] ?? 0;
    const m = pixels[at + 1] ?? 0;
    const y = pixels[at + 2] ?? 0;
    const k = pixels[at + 3] ?? 0;
    if (c + m + y + k <= most) continue;
    changed = true;
    // Downwards, so that rounding never adds what was just saved; black is what it was asked to become.
    const limited = limitInk([c, m, y, k], 255, most);
    pixels[at] = Math.floor(limited[0]);
    pixels[at + 1] = Math.floor(limited[1]);
    pixels[at + 2] = Math.floor(limited[2]);
    pixels[at + 3] = Math.floor(limited[3]);
  }
  return changed;
}

/** Percent of ink on the heaviest pixel. */
export function heaviestPixel(pixels: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) + (pixels[at + 3] ?? 0);
    if (sum > most) most = sum;
  }
  return (most * 100) / 255;
}
