/** A list as a table: pure. How it becomes a file is the business of who writes one. */
import { csv, machineCsv, type Cell } from '../csv.ts';
import { sortByName } from '../french.ts';
import { formatPhone } from '../phone.ts';
import { columnOf, type ColumnKind, type ListColumnKey } from './columns.ts';

/** What a cell holds: texts, numbers and booleans as they are, days as `YYYY-MM-DD`, telephone numbers as E.164. */
export type ListCell = string | number | boolean | null;

/** What one record says in each column that it has. */
export type ListRow = Readonly<Partial<Record<ListColumnKey, ListCell>>>;

export interface ListTable {
  readonly columns: readonly ListColumnKey[];
  readonly heads: readonly string[];
  readonly kinds: readonly ColumnKind[];
  readonly rows: readonly (readonly ListCell[])[];
}

const emptyToNull = (cell: ListCell | undefined): ListCell =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '') ? null : cell;

/** Rows by name, as a French reader looks for them; a text that is nothing but spaces is an absent one. */
export const listTable = (rows: readonly ListRow[], columns: readonly ListColumnKey[]): ListTable => ({
  columns,
  heads: columns.map((key) => columnOf(key).label),
  kinds: columns.map((key) => columnOf(key).kind),
  rows: sortByName(rows, ({ name }) => String(name ?? '')).map((row) => columns.map((key) => emptyToNull(row[key]))),
});

/** A cell as a French reader writes it; days stay what they are, since each format has its own. */
export const readableCell = (cell: ListCell, kind: ColumnKind): ListCell =>
  kind === 'phone' && typeof cell === 'string' ? formatPhone(cell).replaceAll('\u00a0', ' ') : cell;

/** `2026-07-01` as a French spreadsheet reads a day: 01/07/2026. */
const frenchDay = (day: string): string => day.split('-').reverse().join('/');

/** Digits that a spreadsheet would take for a quantity: it drops the first 0 of a post code, and rounds a SIRET. */
const NO_QUANTITY = /^(?:0\d+|\d{12,})$/;

function spreadsheetCell(cell: ListCell, kind: ColumnKind): Cell {
  if (typeof cell !== 'string') return cell;
  if (kind === 'day') return frenchDay(cell);
  const text = String(readableCell(cell, kind));
  return NO_QUANTITY.test(text) ? `'${text}` : text;
}

/** For a double click in a French spreadsheet: its days are days, its codes texts, and what it would run is kept from it. */
export const spreadsheetCsv = ({ heads, kinds, rows }: ListTable): string =>
  csv(
    heads,
    rows.map((row) => row.map((cell, at) => spreadsheetCell(cell, kinds[at] ?? 'text'))),
    'spreadsheet',
  );

/** For a program: heads are the keys of the columns, days ISO 8601, numbers E.164, and every text as it stands. */
export const programCsv = ({ columns, rows }: ListTable): string => machineCsv(columns, rows);
