import type { PdfStandard } from '@trame/cms/domain/vocabulary/pdf-standards';

/** What the edition asked for: the file must show it. */
export interface Expectation {
  readonly standard: PdfStandard;
  /** Finished page, in millimetres. */
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleedMm: number;
  readonly marks: boolean;
  readonly profile: { readonly sha256: string; readonly name: string };
  readonly pagesMultipleOf: 1 | 4;
  /** "interieur.pdf": for the places of a check. */
  readonly file: string;
}
