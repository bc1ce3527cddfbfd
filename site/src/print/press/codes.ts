/**
 * QR codes, drawn on the pages once they are set. Typst keeps their room: as pictures, a thousand codes would cost it as much
 * as a hundred pages of text, and an SVG would come out in RGB.
 */
import { PDFArray, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import type { QrCode } from '../qr-codes.ts';
import { number } from './units.ts';

/** A code and its place, in points from the upper left corner of the sheet. */
export interface PlacedCode {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Side of one module, in points. */
  readonly module: number;
  readonly code: QrCode;
}

/** Fills the dark modules with black ink alone (DeviceCMYK 0 0 0 1): one plate, so that no misregister blurs them. */
export function drawCodes(document: PDFDocument, codes: readonly PlacedCode[]): void {
  const { context } = document;
  const pages = document.getPages();
  const save = context.register(context.stream('q'));
  for (const [pageNumber, onPage] of Map.groupBy(codes, ({ page }) => page)) {
    const page = pages[pageNumber - 1];
    if (page === undefined) throw new Error(`A code stands on page ${pageNumber} of ${pages.length}.`);
    const { y: bottom, height } = page.getMediaBox();
    const shapes = onPage.map((placed) => shapesOf(placed, bottom + height)).join('\n');
    // Typst may leave the graphics state changed at the end of a page: its own content is put between `q` and `Q`.
    const drawing = context.register(context.flateStream(`Q q 0 0 0 1 k\n${shapes}\nQ`));
    const contents = page.node.get(PDFName.of('Contents'));
    const resolved = context.lookup(contents);
    const parts = resolved instanceof PDFArray ? resolved.asArray() : contents === undefined ? [] : [contents];
    page.node.set(PDFName.of('Contents'), context.obj([save, ...parts, drawing]));
  }
}

/** One path of whole runs, in modules from the code's upper left corner, y growing downwards. */
function shapesOf({ x, y, module, code }: PlacedCode, top: number): string {
  const runs = code.runs.map(([column, row, length]) => `${column} ${row} ${length} 1 re`);
  return `q ${number(module)} 0 0 ${number(-module)} ${number(x)} ${number(top - y)} cm\n${runs.join('\n')}\nf Q`;
}
