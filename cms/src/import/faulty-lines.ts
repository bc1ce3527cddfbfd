/** The lines that were not taken over, as a file to mend and bring in again. */
import { utils, write } from '@e965/xlsx';
import { FAULTS_HEAD, isFaultsHead } from '../domain/import/columns.ts';
import type { PlannedRecord } from '../domain/import/planned.ts';
import { cellAt, type Table } from '../domain/import/table.ts';

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
  // Each column where it stood: what was said of the file is said by the place of its columns, and holds for this one too.
  const columns = table.columns.filter(({ head }) => !isFaultsHead(head));
  const width = Math.max(0, ...columns.map(({ index }) => index + 1));
  const places = Array.from({ length: width }, (_, index) => columns.find((column) => column.index === index));
  const heads = [...places.map((column) => column?.head ?? ''), FAULTS_HEAD];
  const rows = table.rows
    .filter(({ line }) => byLine.has(line))
    .map((row) => [
      ...places.map((column) => (column ? cellAt(row, column.index).text : '')),
      (byLine.get(row.line) ?? []).join('\n'),
    ]);
  // Every cell is a text: « +34 … » and « 06… » stay what they are.
  const sheet = utils.aoa_to_sheet([heads, ...rows]);
  sheet['!cols'] = heads.map((head, at) => ({
    wch: Math.min(WIDEST, Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length), 8) + 2),
  }));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, FAULTS_HEAD);
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
