/** Tables as programs of French offices open them: semicolons, CRLF, UTF-8 with its mark (RFC 4180 otherwise). */
const MARK = '\ufeff';

/**
 * How a text begins that a spreadsheet would run (OWASP, CSV injection), full-width signs included: names come from hundreds of
 * people. An apostrophe in front is what all spreadsheets take for "this is text".
 */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

export type Cell = string | number | boolean | null;

/**
 * Who opens the file. A spreadsheet runs what begins like a formula, so such a text gets an apostrophe. A program that merges,
 * prints or imports takes every cell as text: there the apostrophe would be printed, and « +34 612… » be another number.
 */
export type CsvReader = 'spreadsheet' | 'program';

/** A table with its header row. Every row has as many cells as the header. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[], reader: CsvReader): string {
  return MARK + [header, ...rows].map((row) => `${row.map((value) => cell(value, reader)).join(';')}\r\n`).join('');
}

function cell(value: Cell, reader: CsvReader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  const safe = reader === 'spreadsheet' && FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table for machines, to the letter of RFC 4180: commas, CRLF, UTF-8 without a mark. Values are written as Table Schema reads
 * them (`true`, `false`, nothing for an absent one), and nothing stands before what a spreadsheet would run: whoever opens such
 * a file in one imports it as text.
 */
export function machineCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(plainCell).join(',')}\r\n`).join('');
}

function plainCell(value: Cell): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
