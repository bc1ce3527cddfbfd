/** What a press file is made of, and the sheet that it stands on. */
import type { PdfStandard } from '@trame/cms/domain/vocabulary/pdf-standards';
import type { PlacedCode } from './codes.ts';
import type { PressProfile } from './profile.ts';

/** The sheet around each page, in millimetres. */
export interface PressGeometry {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleedMm: number;
  /** From the edge of the sheet to the trim: bleed and room for marks, or the bleed alone when there are no marks. */
  readonly slugMm: number;
  readonly marks: boolean;
  /** Folds of the spine, from the left trim edge; on the sheet of a cover only. */
  readonly foldsMm?: readonly number[];
}

export interface PressFile {
  readonly standard: PdfStandard;
  readonly geometry: PressGeometry;
  readonly profile: PressProfile;
  readonly title: string;
  readonly author: string;
  readonly language: 'fr-FR';
  /** QR codes for which the pages keep room. */
  readonly codes?: readonly PlacedCode[];
  /** What the file gives as its day; without one, that of the PDF it is made of. Never the clock's. */
  readonly date?: Date;
}
