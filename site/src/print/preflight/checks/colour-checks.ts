/** Inks: nothing for a screen, black that is black, no more than paper bears. */
import type { PDFStream } from '@cantoo/pdf-lib';
import { totalOf, type Colour, type Inks, type Space } from '../colour-spaces.ts';
import { judged, Places, type MakeCheck } from '../check.ts';
import { overlaps } from '../geometry.ts';
import { measureImage } from '../image-ink.ts';
import { isRichBlack } from '../rich-black.ts';
import type { Paint } from '../paint.ts';
import { counted, decimal, words } from '../texts.ts';

const kinds: Readonly<Record<Paint['kind'], string>> = {
  fill: 'aplat',
  stroke: 'filet',
  text: 'texte',
  image: 'image',
  gradient: 'dégradé',
  group: 'groupe de transparence',
};

/** The space that something is painted in. */
function spaceOfPaint(paint: Paint): Space | null {
  if (paint.kind === 'group') return paint.blendSpace;
  if (paint.kind === 'gradient') return paint.space;
  if (paint.kind === 'image') return paint.space ?? paint.colour?.space ?? null;
  return paint.colour.space;
}

/** Refuses (or reports) objects of some kinds of space. */
const spaces =
  (
    text: { id: string; title: string },
    isRefused: (space: Space) => boolean,
    severity: (x1a: boolean) => 'failed' | 'warning',
  ): MakeCheck =>
  ({ expected }) => {
    const places = new Places(expected.file);
    let objects = 0;
    return {
      paint: (paint) => {
        const space = spaceOfPaint(paint);
        if (space === null || !isRefused(space)) return;
        objects += 1;
        places.add(paint.page, `${kinds[paint.kind]} en ${space.name}`);
      },
      verdict: () =>
        judged(
          text,
          places,
          objects === 0 ? 'aucun' : `${counted(objects, 'objet')} sur ${counted(places.pageCount, 'page')}`,
          severity(expected.standard === 'PDF/X-1a:2003'),
        ),
    };
  };

export const rgbObjects = spaces(
  words.rgb,
  ({ kind }) => kind === 'rgb' || kind === 'unknown',
  () => 'failed',
);
/** Grey with a profile of its own may come out on four plates. DeviceGray is black ink. */
export const greyOutsideBlack = spaces(
  words.grey,
  ({ kind }) => kind === 'icc-gray',
  () => 'failed',
);
/** PDF/X-1a knows inks only; PDF/X-4 may convert a profiled object once more, which moves its colours. */
export const embeddedProfiles = spaces(
  words.profiles,
  ({ kind }) => kind === 'icc-cmyk',
  (x1a) => (x1a ? 'failed' : 'warning'),
);
/** A plate more is a price more: nobody orders it by accident. */
export const spotColours = spaces(
  words.spots,
  ({ kind }) => kind === 'spot',
  () => 'warning',
);

const inWords = (inks: Inks) => `C ${inks.map((ink) => decimal(ink, 0)).join(' / ')}`.replace('C ', 'CMJN\u00a0');

export const textBlack: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  let runs = 0;
  let wrong = 0;
  const rich = new Map<Colour, boolean>();
  return {
    paint: (paint, page) => {
      if (paint.kind !== 'text' || paint.colour.inks === null || !overlaps(paint.box, page.trim)) return;
      runs += 1;
      let isRich = rich.get(paint.colour);
      if (isRich === undefined) rich.set(paint.colour, (isRich = isRichBlack(...paint.colour.inks)));
      if (!isRich) return;
      wrong += 1;
      places.add(paint.page, inWords(paint.colour.inks));
    },
    verdict: () =>
      judged(
        words.black,
        places,
        wrong === 0
          ? `${counted(runs, 'ligne de texte', 'lignes de texte')} examinées`
          : `${counted(wrong, 'ligne')} de texte noir ou gris faite${wrong < 2 ? '' : 's'} de plusieurs encres`,
      ),
  };
};

/** Letters and lines inside pictures: a logo, a scanned poster, an advertisement. A photograph has shadows, and no such edges. */
export const pictureBlack: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  const images = new Map<PDFStream, Set<number>>();
  return {
    paint: (paint, page) => {
      if (paint.kind !== 'image' || paint.stream === null || paint.space === null) return;
      if (!overlaps(paint.box, page.trim)) return;
      const pages = images.get(paint.stream);
      if (pages === undefined) images.set(paint.stream, new Set([paint.page]));
      else pages.add(paint.page);
    },
    verdict: async () => {
      const measured = await Promise.all([...images.keys()].map(measureImage));
      const rich = [...images.values()].filter((_, index) => measured[index]?.richLines);
      for (const pages of rich) for (const page of pages) places.add(page, kinds.image);
      const alone = measured.filter(({ blackLines, richLines }) => blackLines && !richLines).length;
      return judged(
        words.pictureBlack,
        places,
        rich.length === 0
          ? `${counted(images.size, 'image')} examinée${images.size < 2 ? '' : 's'}${alone === 0 ? '' : `, dont ${counted(alone, 'dessin')} au noir à l’encre noire seule`}`
          : `${counted(rich.length, 'image')} où des lettres ou des traits noirs sont faits de plusieurs encres\u00a0: demandez le dessin en CMJN, noir à 100\u00a0%`,
        'warning',
      );
    },
  };
};

export const MOST_INK = 300;
/** A colour is written with a few decimals: what rounds to the limit keeps to it. */
const ROUNDING = 0.5;

export const totalInk: MakeCheck = ({ expected }) => {
  const places = new Places(expected.file);
  const images = new Map<PDFStream, number[]>();
  let heaviest = 0;
  let unknown = 0;
  const seen = (total: number, page: number, what: string) => {
    heaviest = Math.max(heaviest, total);
    if (total > MOST_INK + ROUNDING) places.add(page, `${what} à ${decimal(total, 0)}\u00a0%`);
  };
  return {
    paint: (paint, page) => {
      if (paint.kind === 'group') return;
      // Marks print on every plate, on paper that is cut away.
      if (spaceOfPaint(paint)?.kind === 'registration' && !overlaps(paint.box, page.bleed)) return;
      if (paint.kind === 'image' && paint.stream !== null && paint.space !== null) {
        const pages = images.get(paint.stream);
        if (pages === undefined) images.set(paint.stream, [paint.page]);
        else pages.push(paint.page);
      } else if (paint.kind === 'gradient') {
        if (paint.heaviest === null) unknown += 1;
        else seen(paint.heaviest, paint.page, kinds.gradient);
      } else if (paint.kind !== 'image' || paint.colour !== null) {
        const inks = paint.colour?.inks ?? null;
        if (inks !== null) seen(totalOf(inks), paint.page, kinds[paint.kind]);
      }
    },
    verdict: async () => {
      const measured = await Promise.all([...images.keys()].map(measureImage));
      [...images.values()].forEach((pages, index) => {
        const heavy = measured[index]?.heaviest ?? null;
        if (heavy === null) unknown += 1;
        else for (const page of new Set(pages)) seen(heavy, page, kinds.image);
      });
      const limit = `encrage maximal ${decimal(heaviest, 0)}\u00a0% (limite ${MOST_INK}\u00a0%)`;
      const left = unknown === 0 ? '' : `, ${counted(unknown, 'objet')} non mesuré${unknown < 2 ? '' : 's'}`;
      const check = judged(words.totalInk, places, limit + left);
      return unknown > 0 && check.outcome === 'passed' ? { ...check, outcome: 'warning' } : check;
    },
  };
};
