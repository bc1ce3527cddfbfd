/** Reads a finished press file back and says whether a print shop would take it. Knows nothing of what wrote it. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintCheck } from '@trame/cms/domain/contract/press/print-report';
import type { Check, MakeCheck, Subject } from './check.ts';
import {
  embeddedProfiles,
  greyOutsideBlack,
  pictureBlack,
  rgbObjects,
  spotColours,
  textBlack,
  totalInk,
} from './checks/colour-checks.ts';
import { metadata, outputIntent, pdfxVersion, screenParts, transparency } from './checks/document-checks.ts';
import { bleedReaches, cropMarks, outsideTrim, textSafety } from './checks/edge-checks.ts';
import { emptyPages, hairlines, imageResolution } from './checks/fineness-checks.ts';
import { fontsEmbedded, fontsUnicode, missingGlyphs } from './checks/font-checks.ts';
import { bleedBox, pageCount, pageSizes, sheet, trimBox } from './checks/page-checks.ts';
import type { Expectation } from './expectation.ts';
import { newShelf, walkPage } from './interpreter.ts';
import { factsOf } from './page-facts.ts';
import { StreamUnreadable } from './pdf-objects.ts';
import { brokeOff, words } from './texts.ts';

/** In the order of the report: the file, its pages, its inks, its letters and pictures, its edges. */
const all: readonly MakeCheck[] = [
  pdfxVersion,
  metadata,
  outputIntent,
  screenParts,
  transparency,
  pageCount,
  pageSizes,
  trimBox,
  bleedBox,
  sheet,
  rgbObjects,
  greyOutsideBlack,
  embeddedProfiles,
  spotColours,
  textBlack,
  pictureBlack,
  totalInk,
  fontsEmbedded,
  fontsUnicode,
  missingGlyphs,
  imageResolution,
  hairlines,
  cropMarks,
  outsideTrim,
  bleedReaches,
  textSafety,
  emptyPages,
];

/**
 * Checks a press file against what the edition asked for.
 * @returns every check with its measure and its places; a file that cannot be read fails `readable`, and nothing else is said of it
 */
export async function preflight(pdf: Buffer, expected: Expectation): Promise<PrintCheck[]> {
  const unreadable = (measure: string): PrintCheck[] => [
    { ...words.readable, outcome: 'failed', measure, places: [expected.file] },
  ];
  // pdf-lib mends a file that was cut short; a print shop's machine may not.
  if (!pdf.subarray(-1024).includes('%%EOF')) return unreadable('ce n’est pas un PDF, ou il est incomplet');
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(pdf, { ignoreEncryption: true, updateMetadata: false, parseSpeed: Infinity });
  } catch {
    return unreadable('ce n’est pas un PDF, ou il est abîmé');
  }
  if (document.context.trailerInfo.Encrypt !== undefined) {
    return unreadable(
      'fichier chiffré\u00a0: l’imprimeur ne pourrait pas l’ouvrir, et le reste n’a pas pu être contrôlé',
    );
  }
  try {
    const checks = await examine(document, pdf, expected);
    return [{ ...words.readable, outcome: 'passed', measure: 'lu en entier', places: [] }, ...checks];
  } catch (error) {
    if (error instanceof StreamUnreadable) return unreadable('une partie du fichier ne se décode pas');
    // The fault is ours, and the editor can do nothing about it: whoever looks after the machine finds the cause in the log.
    console.error('preflight: a check broke off', error);
    return unreadable(brokeOff);
  }
}

async function examine(document: PDFDocument, bytes: Buffer, expected: Expectation): Promise<PrintCheck[]> {
  const shelf = newShelf();
  const pages = document.getPages().map(({ node }, index) => factsOf(node, index + 1, expected));
  const subject: Subject = { document, bytes, expected, pages, fonts: () => shelf.fonts.values() };
  const checks: Check[] = all.map((make) => make(subject));
  const listeners = checks.flatMap(({ paint }) => paint ?? []);
  for (const page of pages) {
    const { number, node, mediaBox } = page;
    walkPage({ page: number, node, resources: node.Resources(), mediaBox }, shelf, (paint) => {
      for (const listen of listeners) listen(paint, page);
    });
  }
  return Promise.all(checks.map(async (check) => check.verdict()));
}
