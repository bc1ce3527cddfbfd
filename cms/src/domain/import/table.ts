/** A sheet as a table: which row has the heads, which columns there are, and the rows under them. */
import { columnFields } from './columns.ts';
import { plainWords, tidyLine } from './cells/words.ts';
import type { Cell, Sheet, SheetRow, Workbook } from './workbook.ts';

export interface TableColumn {
  /** From 0. */
  readonly index: number;
  /** As the spreadsheet names it: A, B… AA. */
  readonly letter: string;
  /** Its head, in one line; empty when it has none. */
  readonly head: string;
  /** How many of the rows say something there. */
  readonly filled: number;
  readonly hidden: boolean;
}

export interface Table {
  readonly sheet: string;
  /** The line of the heads; null when the table has none. */
  readonly headLine: number | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly SheetRow[];
}

const EMPTY: Cell = { text: '' };
/** How far down heads are looked for: under a title, a logo, a date. */
const LATEST_HEADS = 25;

export const cellAt = (row: SheetRow, index: number): Cell => row.cells[index] ?? EMPTY;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const KNOWN = new Set(Object.values(columnFields).flatMap(({ heads }) => [...heads] as string[]));
const VALUE = /@|\d{4,}|\d\d[ .-]\d\d|^\d+$|https?:/;

/** How much a row looks like heads: known words for, values against; a title over merged cells is one text. */
function headScore(row: SheetRow): number {
  const texts = row.cells.map(({ text }) => tidyLine(text)).filter((text) => text !== '');
  const distinct = new Set(texts);
  if (distinct.size < 2) return -1;
  let score = 0;
  for (const text of distinct) {
    const plain = plainWords(text);
    if (KNOWN.has(plain)) score += 3;
    else if (plain.split(' ').some((word) => KNOWN.has(word))) score += 1;
    if (VALUE.test(text)) score -= 3;
    if (text.length > 60) score -= 1;
  }
  return score;
}

/** The line of the heads of a sheet; null when no row looks like heads. */
export function findHeads(sheet: Sheet): number | null {
  let best: { line: number; score: number } | null = null;
  for (const row of sheet.rows.slice(0, LATEST_HEADS)) {
    const score = headScore(row);
    // Heads that stand over heads are no better than those under them.
    const isUnderHeads = best !== null && row.line === best.line + 1 && groupHeads(sheet, row.line) !== null;
    if (score >= 2 && (best === null || score > best.score || isUnderHeads)) best = { line: row.line, score };
  }
  return best?.line ?? null;
}

/** The sheet that an import most likely means: visible, with heads that are known, and the most rows. */
export function chooseSheet(workbook: Workbook): Sheet | null {
  const scored = workbook.sheets.map((sheet) => {
    const heads = sheet.rows.slice(0, LATEST_HEADS).reduce((most, row) => Math.max(most, headScore(row)), 0);
    return { sheet, score: (sheet.hidden ? -1000 : 0) + Math.min(heads, 30) * 10 + Math.min(sheet.rows.length, 200) };
  });
  return scored.filter(({ sheet }) => sheet.rows.length > 0).sort((a, b) => b.score - a.score)[0]?.sheet ?? null;
}

/** Heads over heads: « Président » over « Nom | Tél. | Courriel ». A title over everything is none. */
function groupHeads(sheet: Sheet, headLine: number): SheetRow | null {
  const above = sheet.rows.find(({ line }) => line === headLine - 1);
  if (!above) return null;
  const texts = new Set(above.cells.map(({ text }) => tidyLine(text)).filter(Boolean));
  return texts.size >= 2 && above.cells.some(({ from }) => from === 'merged') ? above : null;
}

/** @param headLine null for a table without heads, which begins at its first row */
export function tableOf(sheet: Sheet, headLine: number | null): Table {
  const heads = headLine === null ? undefined : sheet.rows.find(({ line }) => line === headLine);
  const over = headLine === null ? null : groupHeads(sheet, headLine);
  const rows = sheet.rows.filter(({ line }) => headLine === null || line > headLine);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length), heads?.cells.length ?? 0);
  const filled = new Array<number>(width).fill(0);
  for (const { cells } of rows) cells.forEach(({ text }, index) => (filled[index]! += text.trim() === '' ? 0 : 1));
  const hidden = new Set(sheet.hiddenColumns);
  const columns = Array.from({ length: width }, (_, index): TableColumn => {
    const own = tidyLine(heads ? cellAt(heads, index).text : '');
    const group = over ? tidyLine(cellAt(over, index).text) : '';
    const head = group !== '' && group !== own ? `${group} ${own}`.trim() : own;
    return { index, letter: columnLetter(index), head, filled: filled[index] ?? 0, hidden: hidden.has(index) };
  }).filter(({ head, filled: count }) => head !== '' || count > 0);
  return { sheet: sheet.name, headLine, columns, rows };
}
