/** The colours of the booklet as inks: what the press lays down for each `#rrggbb` of the palette. */
import { parseColour, luminance } from '@trame/cms/domain/colour';
import type { PressProfile } from './profile.ts';
import { MOST_INK, lightLeft, limitInk } from './total-ink.ts';

/** Percent, 0–100, whole, 300 at most together. */
export type Ink = readonly [c: number, m: number, y: number, k: number];

/** Below this, eyes see black: printed as solid black, the only one that stays sharp in small letters. L*, 0–100. */
const BLACK_BELOW = 22;
/** A colour whose three inks differ by less than this share of the strongest is a grey, however warm. */
const NEUTRAL = 0.16;
/** How black ink darkens coated paper: a little faster at first than its percentage says (dot gain). */
const DOT_GAIN = 0.8;

/**
 * Inks of each colour, through the press's profile. Greys are black ink alone: four inks that must meet in hairlines and small
 * letters never quite do. So is what would print as near black.
 * @param hexes `#rrggbb`; the answer has them as they were given
 * @throws on what is no colour: the palette of a booklet is made by Trame, not typed
 */
export async function inksOf(hexes: Iterable<string>, profile: PressProfile): Promise<Record<string, Ink>> {
  const inks: Record<string, Ink> = {};
  const colours = new Map<string, string>();
  for (const hex of hexes) {
    const colour = parseColour(hex);
    if (!colour.ok) throw new Error(`Not a colour of the palette: ${hex}`);
    const black = blackAlone(colour.value);
    if (black === null) colours.set(hex, colour.value);
    else inks[hex] = black;
  }
  if (colours.size === 0) return inks;

  const { default: sharp } = await import('sharp');
  const rgb = Buffer.from([...colours.values()].map((colour) => colour.slice(1)).join(''), 'hex');
  const bytes = await sharp(rgb, { raw: { width: colours.size, height: 1, channels: 3 } })
    .toColourspace('cmyk')
    .withIccProfile(profile.path, { attach: false })
    .raw()
    .toBuffer();
  [...colours].forEach(([hex, colour], index) => {
    const [c, m, y, k] = [...bytes.subarray(index * 4, index * 4 + 4)].map((byte) => (byte * 100) / 255);
    inks[hex] = printable([c ?? 0, m ?? 0, y ?? 0, k ?? 0], colour);
  });
  return inks;
}

/** Black ink alone for black, greys and white; null for a colour. */
function blackAlone(colour: string): Ink | null {
  const strengths = [1, 3, 5].map((at) => 255 - Number.parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(...strengths);
  if (most === 0) return [0, 0, 0, 0];
  const spread = (most - Math.min(...strengths)) / most;
  return spread <= NEUTRAL || lightness(colour) < BLACK_BELOW / 2 ? blackFor(colour) : null;
}

function blackFor(colour: string): Ink {
  const light = lightness(colour);
  return [0, 0, 0, light < BLACK_BELOW ? 100 : Math.round(100 * (1 - light / 100) ** DOT_GAIN)];
}

function printable(inks: readonly [number, number, number, number], colour: string): Ink {
  const rounded = limitInk(inks, 100, MOST_INK).map(Math.floor) as unknown as [number, number, number, number];
  const light = lightLeft(rounded);
  const brightest = Math.max(...light);
  const nearBlack = brightest <= 0.16;
  const nearGrey = brightest <= 0.62 && brightest - Math.min(...light) <= 0.07;
  return nearBlack || nearGrey ? blackFor(colour) : rounded;
}

/** CIE L* of a colour, 0 (black) to 100 (white). */
function lightness(colour: string): number {
  const y = luminance(colour);
  return y <= 216 / 24389 ? (y * 24389) / 27 : 116 * Math.cbrt(y) - 16;
}
