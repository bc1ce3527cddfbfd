/** Colours that editors choose, made legible: WCAG 2.1, 1.4.3 and 1.4.11. Colours are `#rrggbb`. */
import { parsed, refused, type Parsed } from './parsed.ts';

/** What the site's texts stand on, when it is light and when it is dark. */
export const SITE_PAPER = { light: '#fbf7f0', dark: '#191513' } as const;

/** What WCAG 2.1 asks of a text (1.4.3). */
export const LEAST_TEXT_CONTRAST = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#C8553D`, `c8553d` or `#c53`. */
export function parseColour(input: string): Parsed<string> {
  const digits = input.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{3}$/.test(digits)) return parsed(`#${[...digits].map((digit) => digit + digit).join('')}`);
  if (/^[0-9a-f]{6}$/.test(digits)) return parsed(`#${digits}`);
  return refused(
    `« ${input.trim()} » n’est pas une couleur : un dièse et six chiffres ou lettres de A à F, comme #8A3B2A.`,
  );
}

const toRgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const toHex = (rgb: Rgb): string =>
  `#${rgb
    .map((c) =>
      Math.round(Math.min(255, Math.max(0, c)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Relative luminance, 0 (black) to 1 (white), as WCAG defines it. */
export function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `a` over `b` in sRGB: `mix('#000000', '#ffffff', 0.1)` is a light grey. */
export function mix(a: string, b: string, share: number): string {
  const [left, right] = [toRgb(a), toRgb(b)];
  return toHex(left.map((channel, at) => channel * share + (right[at] ?? 0) * (1 - share)) as unknown as Rgb);
}

/**
 * The colour itself when it is legible on a background, else the nearest darker (on light) or lighter (on dark) shade that is.
 * @param ratio 4.5 for text, 3 for large text and for shapes that carry meaning
 */
export function legibleOn(colour: string, background: string, ratio = 4.5): string {
  const towards = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let step = 0; step <= 50; step += 1) {
    const candidate = mix(towards, colour, step / 50);
    if (contrastRatio(candidate, background) >= ratio) return candidate;
  }
  return towards;
}

/** Dark or light ink, whichever reads better on a colour. */
export function inkOn(background: string, dark = '#1f1a17', light = '#ffffff'): string {
  return contrastRatio(dark, background) >= contrastRatio(light, background) ? dark : light;
}
