/** A list as a workbook: what a person opens in Excel or LibreOffice, with filters on, days as days and columns wide enough. */
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import writeWorkbook, { type Cell, type CellObject } from 'write-excel-file/node';
import type { ColumnKind } from '../domain/lists-out/columns.ts';
import { readableCell, type ListCell, type ListTable } from '../domain/lists-out/table.ts';

/** What a cell of a workbook can hold (Excel, « Spécifications et limites »). */
const MOST_CHARACTERS = 32_767;
/** Characters, about: wider than a screen helps nobody, and what is longer is wrapped. */
const WIDTH = { least: 8, most: 60 };
/** For the arrow of the filter, beside the head. */
const ARROW = 4;

const SHEET = 'xl/worksheets/sheet{id}.xml';

type Feature = NonNullable<NonNullable<Parameters<typeof writeWorkbook>[1]>['features']>[number];

/** Filters over the first sheet. The library has none of its own and offers this door for what it lacks. */
function filterOver(rows: number, columns: number): Feature {
  const element = `<autoFilter ref="A1:${getCellAddress(rows, columns - 1)}"/>`;
  const order = getOrderOfSiblings(SHEET, 'worksheet');
  if (!order) throw new Error('the writer of workbooks does not know the order of a sheet any more');
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet') : xml,
        },
      },
    },
  };
}

/** A text is a text whatever it begins with: nothing in a workbook is run unless it is written as a formula. */
const textCell = (text: string): Cell => ({
  type: String,
  value: text.slice(0, MOST_CHARACTERS),
  format: '@',
  wrap: true,
  alignVertical: 'top',
});

function cellOf(cell: ListCell, kind: ColumnKind): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell, alignVertical: 'top' };
  if (typeof cell === 'boolean') return textCell(cell ? 'oui' : 'non');
  if (kind === 'day')
    return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'dd/mm/yyyy', alignVertical: 'top' };
  return textCell(String(readableCell(cell, kind)));
}

const lengthOf = (cell: ListCell, kind: ColumnKind): number =>
  cell === null
    ? 0
    : kind === 'day'
      ? 'jj/mm/aaaa'.length
      : Math.max(
          ...String(readableCell(cell, kind))
            .split('\n')
            .map((line) => line.length),
        );

const widthOf = ({ heads, kinds, rows }: ListTable, at: number): number =>
  Math.min(
    WIDTH.most,
    Math.max(
      WIDTH.least,
      (heads[at] ?? '').length + ARROW,
      ...rows.map((row) => lengthOf(row[at] ?? null, kinds[at] ?? 'text') + 1),
    ),
  );

/**
 * @param about what the file is, line by line: its second sheet
 * @returns an XLSX (ECMA-376)
 */
export function listWorkbook(
  table: ListTable,
  about: readonly (readonly [label: string, text: string])[],
): Promise<Buffer> {
  const head = (text: string): CellObject => ({
    type: String,
    value: text,
    fontWeight: 'bold',
    backgroundColor: '#EEF2F1',
    alignVertical: 'top',
  });
  return writeWorkbook(
    [
      {
        sheet: 'Fiches',
        data: [
          table.heads.map(head),
          ...table.rows.map((row) => row.map((cell, at) => cellOf(cell, table.kinds[at] ?? 'text'))),
        ],
        columns: table.heads.map((_, at) => ({ width: widthOf(table, at) })),
        stickyRowsCount: 1,
      },
      {
        sheet: 'À propos de ce fichier',
        data: about.map(([label, text]) => [head(label), textCell(text)]),
        columns: [{ width: 24 }, { width: 90 }],
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11, features: [filterOver(table.rows.length, table.heads.length)] },
  ).toBuffer();
}
