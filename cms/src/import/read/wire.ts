/** A workbook between two processes: most cells are text and nothing else, and go as a string. */
import type { Cell, Workbook } from '../../domain/import/workbook.ts';
import type { Parsed } from '../../domain/parsed.ts';
import { EMPTY } from './found.ts';

type SentCell = string | Cell;

const sent = (cell: Cell): SentCell => (Object.keys(cell).length === 1 ? cell.text : cell);
const received = (cell: SentCell): Cell => (cell === '' ? EMPTY : typeof cell === 'string' ? { text: cell } : cell);

type Sheets<C> = { rows: { cells: C[] }[] }[];

function replaceCells<From, To>(answer: Parsed<Workbook>, replace: (cell: From) => To): Parsed<Workbook> {
  if (!answer.ok) return answer;
  // In place: two copies of a large workbook would not fit.
  for (const { rows } of answer.value.sheets as unknown as Sheets<From | To>) {
    for (const row of rows) row.cells = row.cells.map((cell) => replace(cell as From));
  }
  return answer;
}

/** @param answer is used up */
export const toWire = (answer: Parsed<Workbook>): string => JSON.stringify(replaceCells(answer, sent));

export const fromWire = (json: string): Parsed<Workbook> =>
  replaceCells(JSON.parse(json) as Parsed<Workbook>, received);
