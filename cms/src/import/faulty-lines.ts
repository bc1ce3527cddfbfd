/** The lines that were not taken over, as a file to mend and bring in again. */
import { utils, write } from '@e965/xlsx';
import type { PlannedRecord } from '../domain/import/planned.ts';
import { cellAt, type Table } from '../domain/import/table.ts';

const HEAD = 'À corriger';
const WIDEST = 60;

/** @returns an XLSX of the heads, the lines to mend as they stand, and beside each what is to be mended */
export function faultyLines(table: Table, planned: readonly PlannedRecord[]): Buffer {
  const faulty = planned.filter(({ act }) => act === 'refused' || act === 'asked');
  const byLine = new Map<number, string[]>();
  for (const { line, lines, faults, candidates, act } of faulty) {
    for (const one of lines) byLine.set(one, byLine.get(one) ?? []);
    for (const fault of faults) {
      const column = table.columns.find(({ index }) => index === fault.column);
      const where = column ? `${column.letter}${fault.line}\u00a0: ` : '';
      byLine.get(fault.line)?.push(`${where}${fault.message}`);
    }
    if (act === 'asked')
      byLine.get(line)?.push(`Peut-être déjà dans l’annuaire\u00a0: ${candidates.map(({ name }) => name).join(', ')}.`);
  }
  const heads = [...table.columns.map(({ head }) => head), HEAD];
  const rows = table.rows
    .filter(({ line }) => byLine.has(line))
    .map((row) => [
      ...table.columns.map(({ index }) => cellAt(row, index).text),
      (byLine.get(row.line) ?? []).join('\n'),
    ]);
  // Every cell is a text: « +34 … » and « 06… » stay what they are.
  const sheet = utils.aoa_to_sheet([heads, ...rows]);
  sheet['!cols'] = heads.map((head, at) => ({
    wch: Math.min(WIDEST, Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length), 8) + 2),
  }));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, 'À corriger');
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
