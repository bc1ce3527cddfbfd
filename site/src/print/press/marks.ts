/** What the print shop needs around the page: where to cut, whether the plates meet, how much ink ran. All of it outside the bleed. */
import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { PressGeometry } from './press-file.ts';
import type { Ink } from './inks.ts';
import { number, points } from './units.ts';

/** From the bleed to the mark: a sloppy cut does not show it. */
const GAP_MM = 1;
/** Printers' machines do not reach the very edge of the sheet. */
const EDGE_MM = 1;
/** Less is no mark that anybody can cut by. */
const SHORTEST_MM = 2;
const LINE_PT = 0.25;
const PATCH_MM = 4;
const NAME = 'TrameMarks';

/** Solids, halves, two colours on each other, and the grey that three make: what a densitometer reads. None above 300 %. */
const patches: readonly Ink[] = [
  [100, 0, 0, 0],
  [0, 100, 0, 0],
  [0, 0, 100, 0],
  [0, 0, 0, 100],
  [50, 0, 0, 0],
  [0, 50, 0, 0],
  [0, 0, 50, 0],
  [0, 0, 0, 50],
  [100, 100, 0, 0],
  [0, 100, 100, 0],
  [100, 0, 100, 0],
  [50, 40, 40, 0],
];

/**
 * Draws the marks on every page: one form, called by each.
 * @throws when the sheet leaves no room for them
 */
export function drawMarks(document: PDFDocument, geometry: PressGeometry): void {
  if (!geometry.marks) return;
  if (geometry.slugMm < geometry.bleedMm + GAP_MM + SHORTEST_MM + EDGE_MM) {
    throw new Error(`A sheet ${geometry.slugMm} mm wider than the page has no room for marks outside the bleed.`);
  }
  const { context } = document;
  const sheet = [
    points(geometry.trim.width + 2 * geometry.slugMm),
    points(geometry.trim.height + 2 * geometry.slugMm),
  ] as const;
  // Separation /All prints on every plate, however many there are.
  const onAllPlates = context.register(
    context.obj([
      PDFName.of('Separation'),
      PDFName.of('All'),
      PDFName.of('DeviceCMYK'),
      { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
    ]),
  );
  const form = context.register(
    context.flateStream(drawing(geometry), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, ...sheet],
      Resources: { ColorSpace: { All: onAllPlates } },
    }),
  );
  const save = context.register(context.stream('q'));
  const restoreAndCall = context.register(context.stream(`Q q /${NAME} Do Q`));
  for (const page of document.getPages()) callForm(page, form, save, restoreAndCall);
}

/** Typst may leave the graphics state changed at the end of a page: its own content is put between `q` and `Q`. */
function callForm(page: PDFPage, form: PDFRef, save: PDFRef, restoreAndCall: PDFRef): void {
  const { context } = page.doc;
  // Pages may share their resources: each gets its own, of which only the list of forms is new.
  const resources = page.node.Resources()?.clone(context) ?? context.obj({});
  const forms = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.clone(context) ?? context.obj({});
  forms.set(PDFName.of(NAME), form);
  resources.set(PDFName.of('XObject'), forms);
  page.node.set(PDFName.of('Resources'), resources);

  const contents = page.node.get(PDFName.of('Contents'));
  const resolved = context.lookup(contents);
  const parts = resolved instanceof PDFArray ? resolved.asArray() : contents === undefined ? [] : [contents];
  page.node.set(PDFName.of('Contents'), context.obj([save, ...parts, restoreAndCall]));
}

function drawing(geometry: PressGeometry): string {
  return [
    `q /All CS 1 SCN ${LINE_PT} w`,
    ...cropMarks(geometry),
    ...registrationTargets(geometry),
    ...foldMarks(geometry),
    'Q q',
    ...colourBar(geometry),
    'Q',
  ].join('\n');
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** Distances from the trim between which marks stand. */
  readonly from: number;
  readonly to: number;
}

/** In millimetres from the lower left corner of the sheet. */
const frameOf = ({ trim, bleedMm, slugMm }: PressGeometry): Frame => ({
  left: slugMm,
  right: slugMm + trim.width,
  bottom: slugMm,
  top: slugMm + trim.height,
  from: bleedMm + GAP_MM,
  to: slugMm - EDGE_MM,
});

const mm = (value: number) => number(points(value));
const line = (x1: number, y1: number, x2: number, y2: number) => `${mm(x1)} ${mm(y1)} m ${mm(x2)} ${mm(y2)} l S`;

function cropMarks(geometry: PressGeometry): string[] {
  const { left, right, bottom, top, from, to } = frameOf(geometry);
  return [
    ...[left, right].flatMap((x) => [line(x, bottom - from, x, bottom - to), line(x, top + from, x, top + to)]),
    ...[bottom, top].flatMap((y) => [line(left - from, y, left - to, y), line(right + from, y, right + to, y)]),
  ];
}

/** A cross in a circle in the middle of each side: plates that do not meet show it. Folds take the middle of a cover. */
function registrationTargets(geometry: PressGeometry): string[] {
  const { left, right, bottom, top, from, to } = frameOf(geometry);
  const offset = (from + to) / 2;
  const arm = Math.min((to - from) / 2, 2.5);
  const middle = (left + right) / 2;
  const half = (bottom + top) / 2;
  const places: (readonly [number, number])[] = [
    [left - offset, half],
    [right + offset, half],
  ];
  if (geometry.foldsMm === undefined) places.push([middle, bottom - offset], [middle, top + offset]);
  return places.flatMap(([x, y]) => [
    line(x - arm, y, x + arm, y),
    line(x, y - arm, x, y + arm),
    circle(x, y, arm * 0.6),
  ]);
}

function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523; // four Bézier curves that no eye tells from a circle
  const curve = (...values: number[]) => `${values.map(mm).join(' ')} c`;
  return [
    `${mm(x + radius)} ${mm(y)} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    's',
  ].join(' ');
}

/** Dashed, to be told from where to cut. */
function foldMarks(geometry: PressGeometry): string[] {
  const { left, bottom, top, from, to } = frameOf(geometry);
  const folds = geometry.foldsMm ?? [];
  if (folds.length === 0) return [];
  return [
    '[2 1] 0 d',
    ...folds.flatMap((fold) => [
      line(left + fold, bottom - from, left + fold, bottom - to),
      line(left + fold, top + from, left + fold, top + to),
    ]),
    '[] 0 d',
  ];
}

/** Above the page, from its left corner; as many patches as there is room for. */
function colourBar(geometry: PressGeometry): string[] {
  const { left, right, top, from, to } = frameOf(geometry);
  const height = Math.min(to - from, PATCH_MM);
  const room = (geometry.foldsMm?.[0] ?? (right - left) / 2) - 2 * PATCH_MM;
  return patches.slice(0, Math.max(0, Math.floor(room / PATCH_MM))).map((ink, index) => {
    const [c, m, y, k] = ink.map((percent) => number(percent / 100));
    const x = left + PATCH_MM + index * PATCH_MM;
    return `${c} ${m} ${y} ${k} k ${mm(x)} ${mm(top + from)} ${mm(PATCH_MM)} ${mm(height)} re f`;
  });
}
