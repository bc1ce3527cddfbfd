/** What a page says of its boxes, and where its trim is when it says so wrongly. */
import type { PDFPageLeaf } from '@cantoo/pdf-lib';
import type { PageFacts } from './check.ts';
import { boxFrom, grown, heightOf, MILLIMETRE, widthOf, type Box } from './geometry.ts';
import { numberIn, numbersIn } from './pdf-objects.ts';
import type { Expectation } from './expectation.ts';

const A4: Box = { left: 0, bottom: 0, right: 595, top: 842 };
const TOLERANCE = 0.1 * MILLIMETRE;

export function factsOf(node: PDFPageLeaf, number: number, expected: Expectation): PageFacts {
  const media = node.MediaBox();
  const mediaBox = boxFrom(media.asRectangle ? rectangle(media.asRectangle()) : []) ?? A4;
  const trimBox = boxFrom(numbersIn(node, 'TrimBox'));
  const trim = trimBox !== null && hasSize(trimBox, expected) ? trimBox : centred(mediaBox, expected);
  return {
    number,
    node,
    mediaBox,
    cropBox: boxFrom(numbersIn(node, 'CropBox')),
    bleedBox: boxFrom(numbersIn(node, 'BleedBox')),
    trimBox,
    rotation: node.Rotate()?.asNumber() ?? 0,
    unit: numberIn(node, 'UserUnit') ?? 1,
    trim,
    bleed: grown(trim, expected.bleedMm * MILLIMETRE),
  };
}

const rectangle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => [
  x,
  y,
  x + width,
  y + height,
];

const hasSize = (box: Box, { trim }: Expectation): boolean =>
  Math.abs(widthOf(box) - trim.width * MILLIMETRE) <= TOLERANCE &&
  Math.abs(heightOf(box) - trim.height * MILLIMETRE) <= TOLERANCE;

/** A finished page stands in the middle of its sheet. */
function centred(sheet: Box, { trim }: Expectation): Box {
  const left = (sheet.left + sheet.right - trim.width * MILLIMETRE) / 2;
  const bottom = (sheet.bottom + sheet.top - trim.height * MILLIMETRE) / 2;
  return { left, bottom, right: left + trim.width * MILLIMETRE, top: bottom + trim.height * MILLIMETRE };
}
