/** Typst's PDF, made a press file: what a print shop's own preflight asks of PDF/X-4 (ISO 15930-7) and PDF/X-1a:2003 (ISO 15930-4). */
import { PDFDocument, PDFHeader } from '@cantoo/pdf-lib';
import type { PdfStandard } from '@trame/cms/domain/vocabulary/pdf-standards';
import { setBoxes } from './boxes.ts';
import { drawCodes } from './codes.ts';
import { drawMarks } from './marks.ts';
import { setMetadata } from './metadata.ts';
import { setOutputIntent } from './output-intent.ts';
import type { PressFile } from './press-file.ts';
import { stripScreenParts, sweepUnreachable } from './strip.ts';

/** The PDF that each standard is built on, and whether it knows transparency and compressed objects. */
const bases: Readonly<Record<PdfStandard, { minor: number; modern: boolean }>> = {
  'PDF/X-4': { minor: 6, modern: true },
  'PDF/X-1a:2003': { minor: 4, modern: false },
};

/**
 * Makes a press file of pages that were set in ink (CMYK) on a sheet of the geometry's size. Besides the codes, for which they keep
 * room, it changes no page's content.
 * @returns the same bytes for the same input: an edition can be printed again, identical, years later
 * @throws when a page has another size than the geometry's, or the sheet no room for marks
 */
export async function finishPressFile(pdf: Buffer, file: PressFile): Promise<Buffer> {
  const { minor, modern } = bases[file.standard];
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  stripScreenParts(document, { transparency: modern });
  setBoxes(document, file.geometry);
  drawCodes(document, file.codes ?? []);
  drawMarks(document, file.geometry);
  setOutputIntent(document, file.profile);
  setMetadata(document, pdf, file);
  sweepUnreachable(document);
  document.context.header = PDFHeader.forVersion(1, minor);
  const bytes = await document.save({ useObjectStreams: modern, updateFieldAppearances: false, addDefaultPage: false });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
