/** Boxes, sizes and number of pages. */
import { judged, Places, type MakeCheck } from '../check.ts';
import { contains, heightOf, MILLIMETRE, widthOf, type Box } from '../geometry.ts';
import { counted, decimal, millimetres, words } from '../texts.ts';

/** What a cutter cannot tell, in points: 0.1 mm. */
const TOLERANCE = 0.1 * MILLIMETRE;
/** The least room around the bleed that crop marks fit in. */
const MARKS_ROOM = 3 * MILLIMETRE;

const size = (box: Box) => `${millimetres(widthOf(box))} × ${millimetres(heightOf(box))}`;

export const trimBox: MakeCheck = ({ expected, pages }) => {
  const places = new Places(expected.file);
  const { width, height } = expected.trim;
  for (const { number, trimBox: box } of pages) {
    if (box === null) places.add(number, 'absent');
    else if (
      Math.abs(widthOf(box) - width * MILLIMETRE) > TOLERANCE ||
      Math.abs(heightOf(box) - height * MILLIMETRE) > TOLERANCE
    ) {
      places.add(number, size(box));
    }
  }
  const asked = `${decimal(width)} × ${decimal(height)}\u00a0mm`;
  return {
    verdict: () => judged(words.trimBox, places, `${asked} demandés, ${counted(places.pageCount, 'page')} en défaut`),
  };
};

export const bleedBox: MakeCheck = ({ expected, pages }) => {
  const places = new Places(expected.file);
  for (const { number, bleedBox: box, bleed, mediaBox, cropBox } of pages) {
    if (box === null) places.add(number, 'absent');
    else if (!contains(box, bleed, TOLERANCE) || !contains(bleed, box, TOLERANCE)) {
      places.add(number, `${size(box)}, mal placé ou d’une autre taille`);
    } else if (!contains(mediaBox, box, TOLERANCE) || (cropBox !== null && !contains(cropBox, box, TOLERANCE))) {
      places.add(number, 'dépasse de la feuille');
    }
  }
  const asked = `${decimal(expected.bleedMm)}\u00a0mm demandés de chaque côté`;
  return { verdict: () => judged(words.bleedBox, places, `${asked}, ${counted(places.pageCount, 'page')} en défaut`) };
};

export const sheet: MakeCheck = ({ expected, pages }) => {
  const places = new Places(expected.file);
  const room = expected.marks ? MARKS_ROOM : 0;
  for (const { number, mediaBox, bleed } of pages) {
    const needed = {
      left: bleed.left - room,
      right: bleed.right + room,
      bottom: bleed.bottom - room,
      top: bleed.top + room,
    };
    if (!contains(mediaBox, needed, TOLERANCE)) places.add(number, size(mediaBox));
  }
  const asked = expected.marks ? 'place pour le fond perdu et les repères' : 'place pour le fond perdu';
  return { verdict: () => judged(words.sheet, places, asked) };
};

export const pageSizes: MakeCheck = ({ expected, pages }) => {
  const places = new Places(expected.file);
  const [first] = pages;
  for (const { number, mediaBox, rotation, unit } of pages) {
    const same =
      first !== undefined &&
      Math.abs(widthOf(mediaBox) - widthOf(first.mediaBox)) <= TOLERANCE &&
      Math.abs(heightOf(mediaBox) - heightOf(first.mediaBox)) <= TOLERANCE;
    if (!same) places.add(number, size(mediaBox));
    else if (rotation !== 0) places.add(number, `tournée de ${rotation}°`);
    else if (unit !== 1) places.add(number, `agrandie ${decimal(unit)} fois`);
  }
  return { verdict: () => judged(words.pageSizes, places, first === undefined ? 'aucune page' : size(first.mediaBox)) };
};

export const pageCount: MakeCheck = ({ expected, pages }) => {
  const places = new Places(expected.file);
  const of = expected.pagesMultipleOf;
  if (pages.length === 0 || pages.length % of !== 0) places.add(null);
  const rule = of === 1 ? '' : ` (multiple de ${of} demandé)`;
  return { verdict: () => judged(words.pageCount, places, `${counted(pages.length, 'page')}${rule}`) };
};
