/** What stands under a colour of the settings: how well it reads, in words. Pure. */
import { contrastRatio, inkOn, LEAST_TEXT_CONTRAST, legibleOn, parseColour, SITE_PAPER } from '../../domain/colour.ts';

const DARK = '#1f1a17';
const WHITE = '#ffffff';

const ratio = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
/** "7,2 pour 1"; never rounded up to what it does not reach. */
const inWords = (value: number): string => `${ratio.format(Math.floor(value * 10) / 10)}\u00a0pour\u00a01`;
const least = inWords(LEAST_TEXT_CONTRAST);

export interface ColourWords {
  /** `#rrggbb`; null for what is no colour. */
  readonly colour: string | null;
  /** Why it is refused; null when it is a colour. */
  readonly refusal: string | null;
  readonly sentences: readonly { readonly text: string; readonly good: boolean }[];
}

/** @param typed as it is typed: `#1D5C4D`, `c53` */
export function colourWords(typed: string): ColourWords {
  if (typed.trim() === '') return { colour: null, refusal: null, sentences: [] };
  const read = parseColour(typed);
  if (!read.ok) return { colour: null, refusal: read.message, sentences: [] };
  const colour = read.value;
  return { colour, refusal: null, sentences: [onPaper(colour), onButton(colour)] };
}

function onPaper(colour: string) {
  const contrast = contrastRatio(colour, SITE_PAPER.light);
  const good = contrast >= LEAST_TEXT_CONTRAST;
  return {
    good,
    text: good
      ? `Titres et liens de cette couleur\u00a0: contraste de ${inWords(contrast)}, lisible (il en faut ${least}).`
      : `Titres et liens de cette couleur\u00a0: contraste de ${inWords(contrast)}, trop faible (il en faut ${least}). Le site la fonce en ${legibleOn(colour, SITE_PAPER.light)}.`,
  };
}

function onButton(colour: string) {
  const ink = inkOn(colour, DARK, WHITE);
  const contrast = contrastRatio(ink, colour);
  const good = contrast >= LEAST_TEXT_CONTRAST;
  const name = ink === WHITE ? 'blanc' : 'noir';
  return {
    good,
    text: good
      ? `Texte ${name} sur cette couleur\u00a0: contraste de ${inWords(contrast)}, lisible.`
      : `Texte ${name} sur cette couleur\u00a0: contraste de ${inWords(contrast)}, trop faible. Le site la fonce pour y écrire.`,
  };
}
