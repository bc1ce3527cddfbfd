/**
 * What differs between the files made from the one booklet. The template's side of an output is `template/output.typ`
 * (colours, bleed, links); everything else, data mapping included, knows nothing of it.
 */
import type { Sharp } from 'sharp';

/** How large a picture is printed, in pixels at the resolution of the output. */
export interface PixelBox {
  readonly width: number;
  readonly height: number;
}

export type PictureUse = 'logo' | 'cover';

export interface Output {
  /** Part of the name of cached pictures: changes whenever `render` does. */
  readonly recipe: string;
  /** As `@myriaddreamin/typst-ts-node-compiler` names it. */
  readonly pdfStandard: string;
  readonly tagged: boolean;
  readonly boxes: Readonly<Record<PictureUse, PixelBox>>;
  /** The last step of a picture: colour space and file format. A JPEG is copied into the PDF as it is, without decoding. */
  readonly render: (picture: Sharp) => Sharp;
}

/** For reading on a screen, on paper from one's own printer, and aloud: PDF/UA-1, RGB, A5 without bleed. */
export const screen: Output = {
  recipe: 'screen-1',
  pdfStandard: 'ua-1',
  tagged: true,
  boxes: { logo: { width: 400, height: 200 }, cover: { width: 1240, height: 1760 } },
  render: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 86, chromaSubsampling: '4:4:4' }),
};
