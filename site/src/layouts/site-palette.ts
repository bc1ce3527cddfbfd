import { content } from '../content/content.ts';
import { derived } from '../content/derived.ts';
import type { Content } from '../content/index-content.ts';
import { paletteCss } from '../styles/palette.ts';

/** The colours of this release: the same on every page, hence computed once. */
const palette = derived('palette', ({ settings }: Pick<Content, 'settings'>) =>
  paletteCss(settings.primaryColour, settings.accentColour),
);
export const sitePaletteCss = (): string => palette(content);
