/** The editor's colours, made legible on paper. What becomes of them on a press is the business of `template/output.typ`. */
import type { SiteSettings } from '@trame/cms/domain/contract/site/settings';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { legibleOn, mix } from '@trame/cms/domain/colour';

const PAPER = '#ffffff';

/** One colour in the three strengths that the booklet prints, as `#rrggbb`. */
export interface Swatch {
  /** For solid areas that carry white text, and for coloured text on paper. */
  readonly solid: string;
  /** For shapes next to it: bands of the woven motif. */
  readonly soft: string;
  /** Behind black text. */
  readonly pale: string;
  /** Between the two: threads of a motif that stays behind the text. */
  readonly thread: string;
}

export interface Palette {
  readonly primary: Swatch;
  readonly accent: Swatch;
}

/** @param colour as the editor chose it, `#rrggbb` */
export function swatch(colour: string): Swatch {
  const solid = legibleOn(colour, PAPER, 4.5);
  return { solid, soft: mix(solid, PAPER, 0.45), pale: mix(solid, PAPER, 0.1), thread: mix(solid, PAPER, 0.2) };
}

export function paletteOf(settings: Pick<SiteSettings, 'primaryColour' | 'accentColour'>): Palette {
  return { primary: swatch(settings.primaryColour), accent: swatch(settings.accentColour) };
}

/** A chapter without a colour of its own takes the territory's. */
export function themeSwatch(theme: Pick<Theme, 'colour'> | null, palette: Palette): Swatch {
  return theme?.colour ? swatch(theme.colour) : palette.primary;
}

/** Paper, running text, what comes second, and rules that carry no text. The booklet's own warm greys: 17:1 and 7:1 on paper. */
export const neutrals = { paper: PAPER, black: '#1f1a17', grey: '#57504a', hairline: '#a39b92' } as const;

/** Every colour that the template uses, `#rrggbb`: what a press needs the inks of. */
export function bookletColours({
  palette,
  chapters,
}: {
  readonly palette: Palette;
  readonly chapters: readonly { readonly colour: Swatch }[];
}): string[] {
  const swatches: Swatch[] = [palette.primary, palette.accent, ...chapters.map(({ colour }) => colour)];
  const used = swatches.flatMap(({ solid, soft, pale, thread }) => [solid, soft, pale, thread]);
  return [...new Set<string>([neutrals.paper, neutrals.black, neutrals.grey, neutrals.hairline, ...used])];
}
