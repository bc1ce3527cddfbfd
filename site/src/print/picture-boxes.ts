/** How large each picture is printed: the template draws in these boxes (`data.boxes`), the pictures are converted to them. */
import type { PictureUse } from './booklet.ts';
import type { Sheet } from './outputs.ts';

/** Millimetres. A picture that is not cropped stands inside its box, whole. */
export interface PictureBox {
  readonly width: number;
  readonly height: number;
  readonly crop: boolean;
}

/** Margins of a page and the gutter between its columns, in millimetres. `style.typ` reads them from the data. */
export interface PageMetrics {
  readonly margin: { readonly inside: number; readonly outside: number; readonly top: number; readonly bottom: number };
  readonly gutter: number;
  /** Of the cover, from the trimmed edge to the foot of its picture. */
  readonly coverPicture: number;
}

/** Larger pages have more air around: margins follow the width, within what hands need to hold a booklet. */
export function pageMetrics({ width, height }: Sheet['trim']): PageMetrics {
  const share = Math.min(1.5, width / 148);
  const mm = (value: number) => Math.round(value * 2) / 2;
  return {
    margin: {
      inside: mm(14 * share),
      outside: mm(12 * share),
      top: mm(height < 160 ? 15.5 : 16.5 * share),
      bottom: mm(height < 160 ? 12 : 13.5 * share),
    },
    gutter: mm(6 * share),
    coverPicture: Math.round(height * 0.6),
  };
}

export const pictureUses = [
  'logo',
  'cover',
  'guide',
  'partner',
  'page entière',
  'demi-page',
  'quart de page',
] as const satisfies readonly PictureUse[];

/** Room between the advertisements of a page, in millimetres. */
export const ADVERTISEMENT_GAP = 6;

export function pictureBox(use: PictureUse, { trim, bleed }: Pick<Sheet, 'trim' | 'bleed'>): PictureBox {
  const { margin, coverPicture } = pageMetrics(trim);
  const across = trim.width - margin.inside - margin.outside;
  const down = trim.height - margin.top - margin.bottom;
  const half = (down - ADVERTISEMENT_GAP) / 2;
  switch (use) {
    case 'logo':
      return { width: 17, height: 11, crop: false };
    case 'cover':
      return { width: trim.width + 2 * bleed, height: coverPicture + bleed, crop: true };
    case 'guide':
      return { width: across, height: Math.round(across * 0.62), crop: false };
    case 'partner':
      return { width: 34, height: 20, crop: false };
    case 'page entière':
      return { width: across, height: down, crop: false };
    case 'demi-page':
      return { width: across, height: half, crop: false };
    case 'quart de page':
      return { width: (across - ADVERTISEMENT_GAP) / 2, height: half, crop: false };
  }
}
