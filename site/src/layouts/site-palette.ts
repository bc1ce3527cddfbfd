import { content } from '../content/content.ts';
import { paletteCss } from '../styles/palette.ts';

/** The colours of this release: the same on every page, hence computed once. */
export const sitePaletteCss: string = paletteCss(content.settings.primaryColour, content.settings.accentColour);
