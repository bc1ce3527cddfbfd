/** What is too fine to print, or too coarse; and pages with nothing on them. */
import { judged, Places, type MakeCheck } from '../check.ts';
import { totalOf } from '../colour-spaces.ts';
import { heightOf, MILLIMETRE, overlaps, widthOf } from '../geometry.ts';
import { counted, decimal, millimetres, words } from '../texts.ts';

const THINNEST = 0.25;
const ROUNDING = 0.002;
/** A rectangle longer than this and thinner than a line is a line. */
const LINE_LENGTH = MILLIMETRE;

export const hairlines: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  let thinnest = Infinity;
  return {
    paint: (paint, page) => {
      let width: number;
      if (paint.kind === 'stroke') width = paint.lineWidth;
      else if (paint.kind === 'fill' && paint.rectangle) {
        width = Math.min(widthOf(paint.box), heightOf(paint.box));
        if (Math.max(widthOf(paint.box), heightOf(paint.box)) < LINE_LENGTH) return;
        if (paint.colour.inks !== null && totalOf(paint.colour.inks) === 0) return;
      } else return;
      if (!overlaps(paint.box, page.mediaBox, -1)) return;
      thinnest = Math.min(thinnest, width);
      if (width < THINNEST - ROUNDING) places.add(paint.page, `filet de ${decimal(width, 2)}\u00a0pt`);
    },
    verdict: () =>
      judged(
        words.hairlines,
        places,
        thinnest === Infinity
          ? 'aucun filet'
          : `le plus fin\u00a0: ${decimal(thinnest, 2)}\u00a0pt (au moins ${decimal(THINNEST, 2)}\u00a0pt)`,
      ),
  };
};

const ENOUGH_DPI = 300;
const ACCEPTED_DPI = 225;
/** A picture fits its frame to the pixel: half a pixel on a hundred is none. */
const DPI_ROUNDING = 0.995;

export const imageResolution: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  let images = 0;
  let lowest = Infinity;
  let poor = 0;
  return {
    paint: (paint) => {
      if (paint.kind !== 'image') return;
      images += 1;
      lowest = Math.min(lowest, paint.dpi);
      if (paint.dpi >= ENOUGH_DPI * DPI_ROUNDING) return;
      const tooLow = paint.dpi < ACCEPTED_DPI;
      if (tooLow) poor += 1;
      const { width, height } = paint.size;
      places.add(
        paint.page,
        `image de ${millimetres(width)} × ${millimetres(height)} à ${decimal(paint.dpi, 0)}\u00a0ppp, ` +
          (tooLow ? 'les pixels se verront' : 'acceptable, mais moins nette'),
      );
    },
    verdict: () => {
      if (images === 0) return judged(words.resolution, places, 'aucune image');
      const measure =
        `${counted(images, 'image')}, la moins fine à ${decimal(lowest, 0)}\u00a0ppp (${ENOUGH_DPI}\u00a0ppp demandés)` +
        (poor === 0 ? '' : `, ${counted(poor, 'image floue', 'images floues')} (moins de ${ACCEPTED_DPI}\u00a0ppp)`);
      return judged(words.resolution, places, measure, 'warning');
    },
  };
};

const FEW_GLYPHS = 20;
const FEW_STROKES = 5;
const SMALL_SHARE = 0.05;

export const emptyPages: MakeCheck = ({ expected, pages }) => {
  const marks = pages.map(() => ({ glyphs: 0, strokes: 0, share: 0 }));
  return {
    paint: (paint, { trim }) => {
      const found = marks[paint.page - 1];
      if (found === undefined || paint.kind === 'group' || !overlaps(paint.box, trim)) return;
      if (paint.kind === 'text') found.glyphs += paint.glyphs;
      else if (paint.kind === 'stroke') found.strokes += 1;
      else if (!('colour' in paint) || paint.colour?.inks == null || totalOf(paint.colour.inks) > 0) {
        found.share += (widthOf(paint.box) * heightOf(paint.box)) / (widthOf(trim) * heightOf(trim));
      }
    },
    verdict: () => {
      const places = new Places(expected.file);
      marks.forEach(({ glyphs, strokes, share }, index) => {
        if (glyphs < FEW_GLYPHS && strokes < FEW_STROKES && share < SMALL_SHARE) places.add(index + 1);
      });
      return judged(
        words.emptyPages,
        places,
        places.count === 0 ? 'aucune' : `${counted(places.count, 'page')} à regarder`,
        'warning',
      );
    },
  };
};
