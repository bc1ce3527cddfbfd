/** A file of a spreadsheet program, read: what `import/read/` makes of any bytes, and everything else of an import works on. */

/** A cell as it reads. */
export interface Cell {
  /** As the spreadsheet shows it, its number format applied where that loses nothing; outer spaces kept. Empty when the cell is. */
  readonly text: string;
  /** What is behind the text where it is not text: a number, yes or no; a day `YYYY-MM-DD`, a clock time `HH:MM`, both for an instant. */
  readonly number?: number;
  readonly boolean?: boolean;
  readonly day?: string;
  readonly time?: string;
  /** How it came there, when nobody typed it: the kept result of a formula, a merged range repeated, an error (`#REF!`: empty text). */
  readonly from?: 'formula' | 'merged' | 'error';
}

export interface SheetRow {
  /** From 1, as the spreadsheet numbers it. */
  readonly line: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with some text; the others are left out. */
  readonly rows: readonly SheetRow[];
  /** By index, from 0. */
  readonly hiddenColumns: readonly number[];
}

export interface Workbook {
  readonly format: 'csv' | 'xlsx' | 'xlsm' | 'ods' | 'xls';
  /** Of a text file. */
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheets: readonly Sheet[];
  /** French sentences: what was noticed. */
  readonly remarks: readonly string[];
}
