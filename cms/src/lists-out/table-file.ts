/** A list as a file of its table. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { ListOutLook, LookQuestion, MadeFile, TableQuestion } from '../domain/contract/desk/lists-out.ts';
import { dayOf, formatDay } from '../domain/dates.ts';
import { columnOf, type ListColumnKey } from '../domain/lists-out/columns.ts';
import { listTable, programCsv, spreadsheetCsv, type ListTable } from '../domain/lists-out/table.ts';
import { channelsOf, listDestinations } from '../domain/vocabulary/list-destinations.ts';
import { listFormats, type ListFormat } from '../domain/vocabulary/list-formats.ts';
import type { Seen } from '../finding/read-lists.ts';
import { Refused } from '../platform/http/refused.ts';
import { keepColumnChoice, readColumnChoice } from './column-choices.ts';
import { checkReason, criteriaNames, filterInWords, noteLeaving, reasonInWords } from './leaving.ts';
import { madeFile } from './made-file.ts';
import { isForReader, offeredColumns, readRows, type ReadRow } from './read-rows.ts';
import { takenRecords } from './taken-records.ts';
import { listWorkbook } from './workbook.ts';

const words = {
  nobody:
    'Cette liste ne contient plus aucune fiche pour ce lecteur\u00a0: changez les critères, ou à qui elle est destinée.',
  noColumns: 'Choisissez au moins une colonne parmi celles de cette liste.',
  careOffice:
    'Ce fichier contient des coordonnées de personnes. Il est à l’office seul\u00a0: ne l’envoyez à personne, et effacez-le quand il a servi.',
  careOthers:
    'Seuls y figurent les contacts qui acceptent d’être donnés à ce lecteur. Un accord peut être retiré\u00a0: refaites le fichier plutôt que d’en garder un ancien.',
};

const KINDS: Readonly<Record<ListFormat, { readonly type: string; readonly ending: string }>> = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: '.xlsx' },
  csv: { type: 'text/csv; charset=utf-8', ending: ' pour Excel.csv' },
  'csv-machines': { type: 'text/csv; charset=utf-8', ending: ' pour un logiciel.csv' },
};

const isReached = ({ row }: ReadRow): boolean => (row.phone ?? row.email ?? null) !== null;

/** What a list would hold for such a reader. */
export async function lookAtList(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  { taken, destination }: LookQuestion,
  now: Date,
): Promise<ListOutLook> {
  const records = takenRecords(seen, taken, now);
  const columns = offeredColumns(new Set(records.map(({ uid }) => uid)), destination, seen.reader);
  const chosen = await readColumnChoice(strapi.db.connection, editor.id);
  const rows = columns.includes('phone') ? await readRows(strapi, records, destination, seen.reader) : [];
  return {
    count: records.filter((record) => isForReader(record, destination)).length,
    notOnline: records.filter((record) => !isForReader(record, destination)).length,
    withoutContact: rows.filter((one) => one.record.uid === 'api::association.association' && !isReached(one)).length,
    columns,
    chosen: chosen.filter((key) => columns.includes(key)),
  };
}

/**
 * The file that an editor asked for. The choice of columns is remembered, and the journal says that the list left.
 * @throws {Refused} in French, when it would hold nothing
 */
export async function makeTableFile(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: TableQuestion,
  now: Date,
): Promise<MadeFile> {
  checkReason(asked);
  const { taken, destination, format } = asked;
  const records = takenRecords(seen, taken, now);
  const offered = offeredColumns(new Set(records.map(({ uid }) => uid)), destination, seen.reader);
  const columns: readonly ListColumnKey[] = offered.filter((key) => asked.columns.includes(key));
  const rows = await readRows(strapi, records, destination, seen.reader);
  if (rows.length === 0) throw new Refused('conflict', words.nobody);
  if (columns.length === 0) throw new Refused('invalid', words.noColumns);
  const table = listTable(
    rows.map(({ row }) => row),
    columns,
  );
  await keepColumnChoice(strapi, editor.id, columns, offered);
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    what: listFormats.label(format),
    count: rows.length,
    columns: columns.map((key) => columnOf(key).label),
  });
  const bytes = await bytesOf(format, table, () => [
    ['Fait le', formatDay(dayOf(now))],
    ['Par', editor.name],
    ['Liste', filterInWords(taken.criteria, criteriaNames(seen))],
    ['Pour', listDestinations.label(destination)],
    ['Raison', reasonInWords(asked)],
    ['À savoir', channelsOf[destination] === null ? words.careOffice : words.careOthers],
  ]);
  return madeFile(`Liste du ${dayOf(now)}`, KINDS[format], bytes);
}

async function bytesOf(
  format: ListFormat,
  table: ListTable,
  about: () => readonly (readonly [string, string])[],
): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(spreadsheetCsv(table));
  if (format === 'csv-machines') return Buffer.from(programCsv(table));
  return listWorkbook(table, about());
}
