/**
 * Sheets of labels that shops sell, in millimetres: data. Sizes and counts are the maker's (avery.fr, « Gabarits »: L7160, L7163;
 * avery-zweckform.com: 3474); the columns of L71xx stand a tenth of an inch apart, and each block stands in the middle of its A4.
 */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Between two columns; rows touch. */
  readonly gap: number;
  /** Room around the text of a label. Labels that go to the edge of the paper need what a printer cannot reach. */
  readonly inset: number;
  /** As an office reads it on the box. */
  readonly label: string;
}

export const A4 = { width: 210, height: 297 } as const;

export const labelSheets = {
  L7160: {
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    gap: 2.54,
    inset: 3.5,
    label: '21 étiquettes de 63,5 × 38,1 mm',
  },
  L7163: {
    columns: 2,
    rows: 7,
    width: 99.1,
    height: 38.1,
    gap: 2.54,
    inset: 4,
    label: '14 étiquettes de 99,1 × 38,1 mm',
  },
  '3474': { columns: 3, rows: 8, width: 70, height: 37, gap: 0, inset: 5, label: '24 étiquettes de 70 × 37 mm' },
} as const satisfies Readonly<Record<string, LabelSheet>>;

export type LabelSheetName = keyof typeof labelSheets;
// An object puts keys that are numbers first: the order of an office's shelf is said here.
export const labelSheetNames = ['L7160', 'L7163', '3474'] as const satisfies readonly LabelSheetName[];

export const labelsOnSheet = (name: LabelSheetName): number => labelSheets[name].columns * labelSheets[name].rows;

export interface PlacedLabel {
  /** From 0. */
  readonly page: number;
  /** Millimetres from the left and the upper edge of the paper to the corner of the label. */
  readonly x: number;
  readonly y: number;
}

/**
 * Where the n-th label of a print stands.
 * @param rank from 0
 * @param first from 1: the place on the first sheet where the print begins, since the labels before it are used
 */
export function placeOfLabel(name: LabelSheetName, rank: number, first: number): PlacedLabel {
  const { columns, rows, width, height, gap } = labelSheets[name];
  const at = rank + first - 1;
  const onSheet = at % (columns * rows);
  const left = (A4.width - columns * width - (columns - 1) * gap) / 2;
  const top = (A4.height - rows * height) / 2;
  return {
    page: Math.floor(at / (columns * rows)),
    x: left + (onSheet % columns) * (width + gap),
    y: top + Math.floor(onSheet / columns) * height,
  };
}
