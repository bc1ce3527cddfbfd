/**
 * The site's colours, derived from the two that the editor chose. Whatever those are, text stays readable: every pair that
 * carries text holds 4.5 (WCAG 2.1, 1.4.3), every line that carries meaning holds 3 (1.4.11).
 */
import { contrastRatio, legibleOn, mix, SITE_PAPER } from '@trame/cms/domain/colour';

/** Custom properties, without their dashes. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly wash: string;
  readonly ink: string;
  readonly 'ink-soft': string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly primary: string;
  readonly 'on-primary': string;
  readonly 'primary-ink': string;
  readonly accent: string;
  readonly 'accent-ink': string;
  readonly 'accent-wash': string;
  /** Weaker and weaker steps of the two inks, for the parts of a bar: as far apart on dark paper as on light. */
  readonly 'primary-2': string;
  readonly 'primary-3': string;
  readonly 'primary-4': string;
  readonly 'accent-3': string;
}

export type Scheme = 'light' | 'dark';

const BASES = {
  light: { paper: SITE_PAPER.light, surface: '#fffdf9', ink: '#231d19', soft: '#5f554d' },
  dark: { paper: SITE_PAPER.dark, surface: '#241f1b', ink: '#f4ede4', soft: '#bcb0a4' },
} as const;
const DARK_INK = '#1f1a17';
const LIGHT_INK = '#ffffff';

/** The palette of one scheme. Colours are `#rrggbb`. */
export function palette(primary: string, accent: string, scheme: Scheme): Palette {
  const base = BASES[scheme];
  const wash = mix(primary, base.paper, scheme === 'light' ? 0.07 : 0.16);
  const accentWash = mix(accent, base.paper, scheme === 'light' ? 0.14 : 0.18);
  // Legible on the least favourable of the grounds that text stands on.
  const readable = (colour: string, ratio = 4.5): string =>
    [base.paper, base.surface, wash, accentWash].reduce((shade, ground) => legibleOn(shade, ground, ratio), colour);
  const fill = buttonFill(primary);
  const primaryInk = readable(primary);
  const accentInk = readable(accent);
  return {
    paper: base.paper,
    surface: base.surface,
    wash,
    ink: base.ink,
    'ink-soft': readable(base.soft),
    line: mix(base.ink, base.paper, scheme === 'light' ? 0.13 : 0.2),
    'line-strong': readable(mix(base.ink, base.paper, 0.5), 3),
    primary: fill.ground,
    'on-primary': fill.ink,
    'primary-ink': primaryInk,
    accent,
    'accent-ink': accentInk,
    'accent-wash': accentWash,
    'primary-2': weaker(primaryInk, base.paper, 0.72),
    'primary-3': weaker(primaryInk, base.paper, 0.4),
    'primary-4': weaker(primaryInk, base.paper, 0.16),
    'accent-3': weaker(accentInk, base.paper, 0.38),
  };
}

/**
 * An ink let into the paper until only a part of its contrast is left, on the scale of ratios, which is that of the eye: equal
 * shares of two colours are far apart on light paper and one grey on dark. @param part 0 (the paper) to 1 (the ink)
 */
function weaker(ink: string, paper: string, part: number): string {
  const wanted = contrastRatio(ink, paper) ** part;
  let [low, high] = [0, 1];
  for (let round = 0; round < 10; round += 1) {
    const share = (low + high) / 2;
    if (contrastRatio(mix(ink, paper, share), paper) < wanted) low = share;
    else high = share;
  }
  return mix(ink, paper, high);
}

/** The editor's colour as a ground for text: kept as it is when an ink reads on it, darkened for white when neither does. */
function buttonFill(primary: string): { ground: string; ink: string } {
  if (contrastRatio(LIGHT_INK, primary) >= 4.5) return { ground: primary, ink: LIGHT_INK };
  if (contrastRatio(DARK_INK, primary) >= 4.5) return { ground: primary, ink: DARK_INK };
  return { ground: legibleOn(primary, LIGHT_INK), ink: LIGHT_INK };
}

/** The order of the layers, said before any stylesheet is read: the style of a page may arrive before that of the site. */
const LAYERS = '@layer reset,tokens,base,layout,components,utilities,print;';

/** What stands in the head of each page: the order of the layers, and the `:root` rules of both schemes. */
export function paletteCss(primary: string, accent: string): string {
  const rules = (scheme: Scheme): string =>
    Object.entries(palette(primary, accent, scheme))
      .map(([name, value]) => `--${name}:${value}`)
      .join(';');
  // In a layer of its own rank, so that print.css can put ink on white paper.
  return `${LAYERS}@layer tokens{:root{${rules('light')}}@media (prefers-color-scheme:dark){:root{${rules('dark')}}}}`;
}

/** Threads for themes that have no colour of their own, in the order of the chapters: madder, weld, woad, moss… the dyer's garden. */
const THREADS = [
  '#b5523b',
  '#c98b1f',
  '#3f6f8f',
  '#5c7f3d',
  '#8a4b7d',
  '#2f7f79',
  '#a8672c',
  '#5b5aa0',
  '#9c3d54',
  '#6d7436',
];

/** The colour of a theme's thread: its own, else one by its rank. Decoration only: no text ever takes it. */
export function threadColour(theme: { readonly colour: string | null; readonly position: number }): string {
  return theme.colour ?? (THREADS[(theme.position - 1 + THREADS.length) % THREADS.length] as string);
}
