/** A workbook that SheetJS parsed, as sheets of cells. Formulas are never run: their last result is what is read. */
import { createRequire } from 'node:module';
import type * as SheetJs from '@e965/xlsx';
import type { Cell, Sheet } from '../../domain/import/workbook.ts';
import { momentCell, momentOf, numberCell } from './cell-text.ts';
import { EMPTY, Refusal, type FoundRow } from './found.ts';
import { HERE } from './here.ts';
import { limits } from './limits.ts';
import { refusals, remarks } from './words.ts';

/** The parts that SheetJS leaves without types, as they are used here. */
interface Container {
  readonly FullPaths: readonly string[];
}
interface Untyped {
  readonly CFB: {
    read(bytes: Buffer, options: { type: 'buffer' }): Container;
    write(container: Container, options: { type: 'buffer'; fileType?: 'zip'; compression?: boolean }): Buffer;
    find(container: Container, path: string): { readonly content?: Uint8Array } | null;
    readonly utils: { cfb_new(): Container; cfb_add(container: Container, path: string, content: Buffer): void };
  };
  readonly SSF: { is_date(format: string): boolean };
}
type Library = Omit<typeof SheetJs, keyof Untyped> & Untyped;
let loaded: Library | null = null;

/** The CommonJS build, also from an ES module: it alone carries the code pages of old XLS files. Loaded when it is needed. */
export function sheetJs(): Library {
  loaded ??= createRequire(HERE)('@e965/xlsx') as Library;
  return loaded;
}

/** As SheetJS leaves it in dense mode. */
interface ParsedCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: unknown;
  readonly f?: string;
  readonly F?: string;
}
interface Range {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}
interface ParsedSheet {
  readonly '!data'?: readonly (readonly (ParsedCell | undefined)[] | undefined)[];
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly '!merges'?: readonly Range[];
  readonly '!type'?: string;
}

export const READ_OPTIONS: SheetJs.ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellDates: false, // serials: the day is computed here, by the workbook's epoch and by no time zone
  cellFormula: true, // that it is one, never what it says
  cellHTML: false,
  cellNF: true,
  cellText: true,
  bookVBA: false,
  bookFiles: false,
  bookDeps: false,
};

/** What SheetJS does not read of a sheet. */
export interface Unread {
  /** A copy of a sheet of another file, which is not read. */
  readonly isCopy?: boolean;
  readonly hidden?: boolean;
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
}

/** In a 1,000-row merge every row gets the value; a range of whole columns is cut at the last row with text. */
const TALLEST_MERGE = 1_000;

const placeOf = (row: number, column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
};

export interface Settings {
  /** SheetJS formatted the values itself, in English; in an ODS the program that wrote it did, in the editor's language. */
  readonly isEnglish: boolean;
  /** Hidden rows and columns come with styles, which make an object of each empty cell: for a tidied sheet, which has none. */
  readonly hasStyles?: boolean;
  /** By the sheet's place in the workbook. */
  readonly unread?: readonly Unread[];
}

/** @throws {Refusal} too many sheets, rows, columns or cells, or a sheet that could not be read */
export function sheetsOf(workbook: SheetJs.WorkBook, settings: Settings): { sheets: Sheet[]; remarks: string[] } {
  const noticed: string[] = [];
  const sheets: Sheet[] = [];
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const budget = { cells: limits.cells };
  workbook.SheetNames.forEach((name, index) => {
    const parsed = workbook.Sheets[name] as ParsedSheet | undefined;
    // SheetJS swallows what goes wrong in one sheet: it must not pass for an absent one.
    if (parsed === undefined) throw new Refusal(remarks.unreadableSheet(name));
    if (parsed['!type'] !== undefined && parsed['!type'] !== 'sheet') return; // a chart or a macro on a page of its own
    if (settings.unread?.[index]?.isCopy === true) return;
    const state = workbook.Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0;
    const unread = settings.unread?.[index] ?? {};
    const { rows, noticed: ofSheet } = readSheet(name, parsed, unread, { ...settings, is1904, budget });
    noticed.push(...ofSheet);
    const hiddenColumns = (parsed['!cols'] ?? []).flatMap((column, at) => (column?.hidden === true ? [at] : []));
    sheets.push({
      name,
      hidden: unread.hidden === true || state > 0,
      rows,
      hiddenColumns: [...new Set([...hiddenColumns, ...(unread.hiddenColumns ?? [])])]
        .filter((column) => column < limits.columns)
        .sort((a, b) => a - b),
    });
  });
  return { sheets, remarks: noticed };
}

interface SheetSettings extends Settings {
  readonly is1904: boolean;
  /** Places of cells that may still be taken, of the whole workbook. */
  readonly budget: { cells: number };
}

function readSheet(name: string, sheet: ParsedSheet, unread: Unread, settings: SheetSettings) {
  const { is1904, isEnglish, budget } = settings;
  const { SSF } = sheetJs();
  const errors: string[] = [];
  const withoutResult: string[] = [];
  const found = new Map<number, Cell[]>();

  const valueOf = (cell: ParsedCell): Cell => {
    const { v: value, w: shown } = cell;
    if (cell.t === 's') return typeof value === 'string' && value !== '' ? { text: value } : EMPTY;
    if (cell.t === 'b') return { text: value === true ? 'VRAI' : 'FAUX', boolean: value === true };
    if (cell.t !== 'n' || typeof value !== 'number' || !Number.isFinite(value)) return EMPTY;
    const format = typeof cell.z === 'string' ? cell.z : 'General';
    const moment = SSF.is_date(format) ? momentOf(value, format, is1904) : null;
    if (moment !== null) return momentCell(value, moment, shown, isEnglish, format);
    return numberCell(value, shown, isEnglish);
  };

  const cellOf = (cell: ParsedCell, place: () => string): Cell => {
    if (cell.t === 'e') {
      errors.push(`${place()}${cell.w === undefined ? '' : `\u00a0: ${cell.w}`}`);
      return { text: '', from: 'error' };
    }
    const value = valueOf(cell);
    if (cell.f === undefined && cell.F === undefined) return value;
    if (cell.t === 'z') withoutResult.push(place());
    return { ...value, from: 'formula' };
  };

  let [lastRow, lastColumn, rowsWithText] = [-1, -1, 0];
  sheet['!data']?.forEach((cells, row) => {
    const line: Cell[] = [];
    let [last, lastText] = [-1, -1];
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      const value = cellOf(cell, () => placeOf(row, column));
      if (value.text === '' && value.from === undefined) return;
      // Filled from the left, because a hole would make the array a slow one.
      if (value.text !== '') lastText = Math.max(lastText, column);
      if (column >= limits.columns) return;
      for (let at = line.length; at < column; at += 1) line.push(EMPTY);
      line[column] = value;
      last = Math.max(last, column);
    });
    if (lastText >= limits.columns) throw new Refusal(refusals.columns(name));
    if (last < 0) return;
    budget.cells -= last + 1;
    if (budget.cells < 0) throw new Refusal(refusals.cells);
    found.set(row, line);
    if (lastText < 0) return;
    rowsWithText += 1;
    if (rowsWithText > limits.rows) throw new Refusal(refusals.rows(name));
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, lastText);
  });

  let isMergeCut = false;
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const first = found.get(start.r)?.[start.c];
    if (first === undefined || first.text === '') continue;
    const repeated: Cell = { ...first, from: 'merged' };
    // Whole columns or rows are merged now and then: beyond the table there is nothing to repeat the value for.
    const isTall = end.r - start.r >= TALLEST_MERGE;
    const isWide = end.c >= limits.columns;
    const bottom = isTall ? Math.min(end.r, lastRow) : end.r;
    const right = isWide ? Math.min(end.c, lastColumn) : end.c;
    isMergeCut ||= bottom < end.r || right < end.c;
    for (let row = start.r; row <= bottom; row += 1) {
      const line = found.get(row) ?? [];
      const before = line.length;
      for (let column = start.c; column <= right; column += 1) {
        for (let at = line.length; at <= column; at += 1) line.push(EMPTY);
        if ((line[column] ?? EMPTY).text === '') line[column] = repeated;
      }
      budget.cells -= line.length - before + 1; // the row itself costs too: a million merges of the same cells must end
      if (budget.cells < 0) throw new Refusal(refusals.cells);
      found.set(row, line);
    }
  }

  const isHidden = (row: number): boolean =>
    sheet['!rows']?.[row]?.hidden === true || unread.hiddenRows?.has(row) === true;
  const rows = [...found]
    .filter(([, cells]) => cells.some((cell) => cell.text !== ''))
    .sort(([one], [other]) => one - other)
    .map(([row, cells]): FoundRow => ({ line: row + 1, hidden: isHidden(row), cells }));
  if (rows.length > limits.rows) throw new Refusal(refusals.rows(name));
  const noticed = [
    ...(errors.length > 0 ? [remarks.errors(name, errors)] : []),
    ...(withoutResult.length > 0 ? [remarks.noResult(name, withoutResult)] : []),
    ...(isMergeCut ? [remarks.mergedCut(name)] : []),
  ];
  return { rows, noticed };
}
