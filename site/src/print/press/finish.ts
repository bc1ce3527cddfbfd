/** Typst's PDF, made a press file: what a print shop's own preflight asks of PDF/X-4 (ISO 15930-7) and PDF/X-1a:2003 (ISO 15930-4). */
import type { PdfStandard } from '@trame/cms/domain/vocabulary/pdf-standards';
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
}
