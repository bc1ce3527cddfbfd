/** The boxes of each page: sheet, bleed, trim, one inside the other. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PressGeometry } from './press-file.ts';
import { points } from './units.ts';

/** Points between a page as it was set and as its geometry says: more is a mistake of the template, not rounding. */
const TOLERANCE = 0.3;

/** @throws when a page was set on a sheet of another size: its trim would be somewhere else */
export function setBoxes(document: PDFDocument, { trim, bleedMm, slugMm }: PressGeometry): void {
  const width = points(trim.width);
  const height = points(trim.height);
  const bleed = points(bleedMm);
  const slug = points(slugMm);
  document.getPages().forEach((page, index) => {
    const sheet = page.getMediaBox();
    const off = [sheet.x, sheet.y, sheet.width - width - 2 * slug, sheet.height - height - 2 * slug];
    if (off.some((distance) => Math.abs(distance) > TOLERANCE)) {
      throw new Error(
        `Page ${index + 1} was set on ${sheet.width.toFixed(1)} × ${sheet.height.toFixed(1)} pt, ` +
          `its geometry asks for ${(width + 2 * slug).toFixed(1)} × ${(height + 2 * slug).toFixed(1)} pt.`,
      );
    }
    page.setMediaBox(0, 0, width + 2 * slug, height + 2 * slug);
    page.setBleedBox(slug - bleed, slug - bleed, width + 2 * bleed, height + 2 * bleed);
    page.setTrimBox(slug, slug, width, height);
  });
}
