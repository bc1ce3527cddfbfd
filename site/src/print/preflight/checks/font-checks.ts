/** Fonts that come with the file, whole enough to be set and read again, and no letter that shows as a box. */
import { judged, Places, type MakeCheck } from '../check.ts';
import type { Font } from '../fonts.ts';
import { counted, words } from '../texts.ts';

/** Pages by font, of those that fail. */
const byFont =
  (text: { id: string; title: string }, fails: (font: Font) => boolean, severity: 'failed' | 'warning'): MakeCheck =>
  ({ expected, fonts }) => {
    const places = new Places(expected.file);
    const wrong = new Set<Font>();
    return {
      paint: (paint) => {
        if (paint.kind !== 'text' || paint.font === null || wrong.has(paint.font) || !fails(paint.font)) return;
        wrong.add(paint.font);
        places.add(paint.page, `police «\u00a0${paint.font.name}\u00a0»`);
      },
      verdict: () => {
        const used = [...fonts()].length;
        const measure =
          wrong.size === 0 ? counted(used, 'police') : `${counted(wrong.size, 'police')} sur ${used} à reprendre`;
        return judged(text, places, measure, severity);
      },
    };
  };

export const fontsEmbedded = byFont(words.fonts, ({ embedded }) => !embedded, 'failed');
export const fontsUnicode = byFont(
  words.unicode,
  ({ embedded, hasUnicode, drawings }) => embedded && !hasUnicode && drawings === null,
  'warning',
);

export const missingGlyphs: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  let shown = 0;
  let missing = 0;
  return {
    paint: (paint) => {
      if (paint.kind !== 'text') return;
      shown += paint.glyphs;
      missing += paint.missing;
      if (paint.missing > 0) places.add(paint.page);
    },
    verdict: () =>
      judged(
        words.missing,
        places,
        missing === 0
          ? `${counted(shown, 'caractère')} examinés`
          : counted(missing, 'caractère absent de sa police', 'caractères absents de leur police'),
      ),
  };
};
