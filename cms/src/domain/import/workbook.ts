/** A file of rows and columns as it was found, before anybody says what a column means. */

/** A cell as it reads. */
export interface Cell {
  /**
   * As the spreadsheet shows it, its number format applied when that loses nothing: a phone formatted `00 00 00 00 00` keeps its
   * zero, while a number, a day or a time that the format cuts short is written out ("1234,56", "05/09/2026", "18:30"). Outer
   * spaces, non-breaking ones and U+0080 to U+009F stay. '' when empty.
   */
  readonly text: string;
  /** What is behind the text where it is not text. A date is its serial here too. */
  readonly number?: number;
  readonly boolean?: boolean;
  /** `YYYY-MM-DD` */
  readonly day?: string;
  /** `HH:MM`; beside `day` for a serial with a fraction. */
  readonly time?: string;
  /**
   * How it came there, when that is not by typing: `formula` (the cached result is read, never computed), `merged` (repeated from
   * the first cell of a merged range), `error` (#REF!, #N/A: the text is '' and the workbook's remarks say so).
   */
  readonly from?: 'formula' | 'merged' | 'error';
}

export interface SheetRow {
  /** From 1, as the spreadsheet numbers it. */
  readonly line: number;
  readonly hidden: boolean;
  /** From the first column; empty cells at the end are left out. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In their order; rows with no text at all are left out. */
  readonly rows: readonly SheetRow[];
  /** Indexes from 0, ascending. */
  readonly hiddenColumns: readonly number[];
}

/** `agenda`: events of a calendar or of an agenda, in the table of `events/event-workbook.ts`. */
export type WorkbookFormat = 'csv' | 'xlsx' | 'xlsm' | 'ods' | 'xls' | 'agenda';

export interface Workbook {
  readonly format: WorkbookFormat;
  /** Of a text file: its name at WHATWG (`utf-8`, `windows-1252`, `iso-8859-1`, `macintosh`, `utf-16le`), or `cp850`; else null. */
  readonly encoding: string | null;
  /** Of a text file with several columns; else null. */
  readonly separator: string | null;
  readonly sheets: readonly Sheet[];
  /** French sentences: what was noticed and not lost (an encoding guessed, a formula without a result). */
  readonly remarks: readonly string[];
}
