/** The edge of the page: what is cut, what runs over it, what stands too near. */
import { totalOf } from '../colour-spaces.ts';
import { judged, Places, type MakeCheck, type PageFacts } from '../check.ts';
import { contains, grown, heightOf, MILLIMETRE, overlaps, widthOf, type Box } from '../geometry.ts';
import type { Paint } from '../paint.ts';
import { counted, decimal, words } from '../texts.ts';

const HAIR = 0.1 * MILLIMETRE;
/** A fill that ends this near to the trim was meant to reach it. */
const TOUCHES = 0.3 * MILLIMETRE;
const SAFETY_MM = 3;
/** Patches of a colour bar are a few millimetres wide. */
const LARGEST_PATCH = 12 * MILLIMETRE;
const MARKS_A_PAGE = 8;

/** Paper white covers nothing. */
function isBlank(paint: Paint): boolean {
  return 'colour' in paint && paint.colour !== null && paint.colour.inks !== null && totalOf(paint.colour.inks) === 0;
}

/** A mark prints on all plates, or is a patch of the colour bar. */
function isMark(paint: Exclude<Paint, { kind: 'group' }>): boolean {
  if (paint.kind === 'fill') {
    const patch = Math.max(widthOf(paint.box), heightOf(paint.box)) <= LARGEST_PATCH;
    return paint.colour.space.kind === 'registration' || (paint.rectangle && patch);
  }
  return (paint.kind === 'stroke' || paint.kind === 'text') && paint.colour.space.kind === 'registration';
}

export const outsideTrim: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  return {
    paint: (paint, page) => {
      if (paint.kind === 'group' || isBlank(paint) || contains(page.bleed, paint.box, HAIR)) return;
      if (!overlaps(paint.box, page.bleed, HAIR)) {
        if (expected.marks && isMark(paint)) return;
        if (!overlaps(paint.box, page.mediaBox)) return; // off the sheet: nobody sees it
      }
      places.add(paint.page, `${names[paint.kind]} hors du fond perdu`);
    },
    verdict: () =>
      judged(
        words.outsideTrim,
        places,
        places.count === 0 ? 'rien d’autre' : `${counted(places.pageCount, 'page')} en défaut`,
      ),
  };
};

const names = { fill: 'aplat', stroke: 'filet', text: 'texte', image: 'image', gradient: 'dégradé' } as const;

/** Two strokes at each corner, in line with the trim and clear of the bleed. */
export const cropMarks: MakeCheck = ({ expected, pages }) => {
  const found = new Map<number, Set<string>>();
  return {
    paint: (paint, page) => {
      if (paint.kind !== 'stroke' || paint.colour.space.kind !== 'registration' || !paint.straight) return;
      const mark = markOf(paint.box, page);
      if (mark === null || overlaps(paint.box, page.bleed)) return;
      const marks = found.get(paint.page) ?? new Set();
      found.set(paint.page, marks.add(mark));
    },
    verdict: () => {
      const places = new Places(expected.file);
      for (const { number } of pages) {
        const marks = found.get(number)?.size ?? 0;
        if (expected.marks ? marks < MARKS_A_PAGE : marks > 0) places.add(number, counted(marks, 'trait'));
      }
      return judged(words.cropMarks, places, expected.marks ? `${MARKS_A_PAGE} par page demandés` : 'aucun demandé');
    },
  };
};

/** "left-top-v": which of the eight marks a line is; null for another line. */
function markOf(box: Box, { trim }: PageFacts): string | null {
  const vertical = widthOf(box) < HAIR;
  if (!vertical && heightOf(box) >= HAIR) return null;
  const near = (one: number, other: number) => Math.abs(one - other) <= HAIR;
  if (vertical) {
    const side = near(box.left, trim.left) ? 'left' : near(box.left, trim.right) ? 'right' : null;
    const end = box.bottom >= trim.top ? 'top' : box.top <= trim.bottom ? 'bottom' : null;
    return side && end && `${side}-${end}-v`;
  }
  const end = near(box.bottom, trim.bottom) ? 'bottom' : near(box.bottom, trim.top) ? 'top' : null;
  const side = box.left >= trim.right ? 'right' : box.right <= trim.left ? 'left' : null;
  return side && end && `${side}-${end}-h`;
}

interface Solid {
  readonly box: Box;
  readonly what: string;
}

/**
 * Rectangles and pictures that touch the trim must run to the end of the bleed, or something else must: a band of a motif may end
 * where the next begins. A round shape that looks over the edge loses nothing that anybody misses.
 */
export const bleedReaches: MakeCheck = ({ expected, pages }) => {
  const solids = new Map<number, Solid[]>();
  return {
    paint: (paint, { number, trim }) => {
      if (paint.kind !== 'image' && paint.kind !== 'gradient' && !(paint.kind === 'fill' && paint.rectangle)) return;
      if (isBlank(paint) || contains(grown(trim, -TOUCHES), paint.box)) return;
      const solid = { box: paint.box, what: names[paint.kind] };
      const others = solids.get(number);
      if (others === undefined) solids.set(number, [solid]);
      else others.push(solid);
    },
    verdict: () => {
      const places = new Places(expected.file);
      for (const page of pages) {
        const painted = solids.get(page.number) ?? [];
        for (const { box, what } of painted) {
          const bare =
            overlaps(box, page.trim, HAIR) && bareStrips(box, page).some((strip) => !isCovered(strip, painted));
          if (bare) places.add(page.number, `${what} arrêté avant le fond perdu`);
        }
      }
      return judged(
        words.bleedReaches,
        places,
        places.count === 0
          ? `${decimal(expected.bleedMm)}\u00a0mm partout`
          : `${counted(places.pageCount, 'page')} en défaut`,
      );
    },
  };
};

/** What is left between a solid that touches the trim and the end of the bleed, on each side. */
function bareStrips(box: Box, { trim, bleed }: PageFacts): Box[] {
  const strips: Box[] = [];
  const within = { left: Math.max(box.left, bleed.left), right: Math.min(box.right, bleed.right) };
  const tall = { bottom: Math.max(box.bottom, bleed.bottom), top: Math.min(box.top, bleed.top) };
  if (box.left <= trim.left + TOUCHES && box.left > bleed.left + HAIR)
    strips.push({ left: bleed.left, right: box.left, ...tall });
  if (box.right >= trim.right - TOUCHES && box.right < bleed.right - HAIR)
    strips.push({ left: box.right, right: bleed.right, ...tall });
  if (box.bottom <= trim.bottom + TOUCHES && box.bottom > bleed.bottom + HAIR)
    strips.push({ bottom: bleed.bottom, top: box.bottom, ...within });
  if (box.top >= trim.top - TOUCHES && box.top < bleed.top - HAIR)
    strips.push({ bottom: box.top, top: bleed.top, ...within });
  return strips;
}

/** Looked at in a grid of points: enough for bands and pictures. */
function isCovered(strip: Box, painted: readonly Solid[]): boolean {
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  return shares.every((across) =>
    shares.every((along) => {
      const x = strip.left + across * widthOf(strip);
      const y = strip.bottom + along * heightOf(strip);
      return painted.some(({ box }) => x >= box.left && x <= box.right && y >= box.bottom && y <= box.top);
    }),
  );
}

export const textSafety: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  return {
    paint: (paint, { trim }) => {
      if (paint.kind !== 'text' || !overlaps(paint.box, trim)) return;
      if (!contains(grown(trim, -SAFETY_MM * MILLIMETRE), paint.box, HAIR)) places.add(paint.page);
    },
    verdict: () =>
      judged(
        words.safety,
        places,
        places.count === 0
          ? `au moins ${SAFETY_MM}\u00a0mm partout`
          : `${counted(places.pageCount, 'page')} avec du texte à moins de ${SAFETY_MM}\u00a0mm de la coupe`,
        'warning',
      ),
  };
};
