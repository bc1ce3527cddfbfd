/**
 * What differs between the files made from the one booklet. The template's side of an output is `template/output.typ`
 * (colours, bleed, links); everything else, data mapping included, knows nothing of it.
 */
import type { Metadata, Sharp } from 'sharp';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import { pageSizes, type EditionFormat } from '@trame/cms/domain/vocabulary/edition-formats';
import { neutrals } from './palette.ts';
import { coloursOf, toCmykJpeg, type PictureColours } from './press/cmyk-picture.ts';
import type { Ink } from './press/inks.ts';
import type { PressProfile } from './press/profile.ts';

/** What `template/output.typ` reads (`output.json`). Lengths in millimetres. */
export interface Sheet {
  readonly mode: 'screen' | 'press';
  readonly trim: { readonly width: number; readonly height: number };
  /** How far solid areas run beyond the trimmed edge. */
  readonly bleed: number;
  /** From the edge of the sheet to the trimmed edge; room for marks included. */
  readonly slug: number;
  readonly neutrals: typeof neutrals;
  /** Inks of every colour of the booklet, by `#rrggbb`; null on a screen, which shows the colours themselves. */
  readonly inks: Readonly<Record<string, Ink>> | null;
}

export interface Output {
  /** Part of the name of cached pictures: changes whenever `render` or `dpi` does. */
  readonly recipe: string;
  /** As `@myriaddreamin/typst-ts-node-compiler` names it. */
  readonly pdfStandard: string;
  readonly tagged: boolean;
  readonly sheet: Sheet;
  /** Resolution of a picture at its printed size. */
  readonly dpi: number;
  /** Below this resolution, a picture is reported: null where nobody prints. */
  readonly leastDpi: number | null;
  /** The last step of a picture: colour space and file format, a JPEG: it is copied into the PDF as it is, without decoding. */
  readonly render: (picture: Sharp) => Promise<Buffer>;
  /** What `render` makes of a picture depends on the colours that it comes in; null where all are for a screen. */
  readonly coloursOf: ((metadata: Metadata) => PictureColours) | null;
}

/** For reading on a screen, on paper from one's own printer, and aloud: PDF/UA-1, RGB, without bleed. */
export const screen: Output = screenOutput('A5');

export function screenOutput(format: EditionFormat): Output {
  return {
    recipe: 'screen-2',
    pdfStandard: 'ua-1',
    tagged: true,
    sheet: { mode: 'screen', trim: pageSizes[format], bleed: 0, slug: 0, neutrals, inks: null },
    dpi: 220,
    leastDpi: null,
    render: (picture) =>
      picture.flatten({ background: '#ffffff' }).jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer(),
    coloursOf: null,
  };
}

/** Room beyond the bleed for crop marks and the colour bar, in millimetres. */
const MARKS_MM = 7;

/** Where the trimmed page lies on the sheet, as the press file's boxes and marks need it (`press/finish.ts`). */
export function pressGeometry({ format, bleedMm, marks }: Pick<Edition, 'format' | 'bleedMm' | 'marks'>) {
  return { trim: pageSizes[format], bleedMm, slugMm: marks ? bleedMm + MARKS_MM : bleedMm, marks };
}

/** The same for the cover of a perfect-bound booklet: back, spine and front on one sheet. */
export function coverGeometry(edition: Pick<Edition, 'format' | 'bleedMm' | 'marks'>, spineMm: number) {
  const { trim, ...rest } = pressGeometry(edition);
  return {
    ...rest,
    trim: { width: 2 * trim.width + spineMm, height: trim.height },
    foldsMm: [trim.width, trim.width + spineMm],
  };
}

/**
 * For the press: inks and no link, nothing tagged. Boxes, marks and the profile are added afterwards (`press/finish.ts`).
 * @param options.inks of every colour that `bookletColours` names
 */
export function pressOutput(options: {
  readonly edition: Edition;
  readonly profile: PressProfile;
  readonly inks: Readonly<Record<string, Ink>>;
}): Output {
  const { edition, profile, inks } = options;
  const { trim, bleedMm, slugMm } = pressGeometry(edition);
  return {
    recipe: `press-3-${profile.sha256.slice(0, 16)}`,
    pdfStandard: edition.pdfStandard === 'PDF/X-4' ? '1.6' : '1.4',
    tagged: false,
    sheet: { mode: 'press', trim, bleed: bleedMm, slug: slugMm, neutrals, inks },
    dpi: 300,
    leastDpi: 300,
    render: (picture) => toCmykJpeg(picture, profile),
    coloursOf: (metadata) => coloursOf(metadata, profile),
  };
}
