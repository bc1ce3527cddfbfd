/** Takes a file in, whatever it is: a list of an office, or a file of the national register. It waits until somebody looked at it. */
import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../domain/dates.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { EVENTS_SHEET } from '../domain/import/events/foreign-event.ts';
import { isFaultsHead } from '../domain/import/columns.ts';
import { formerIdsOf } from '../domain/import/match.ts';
import { newsOf } from '../domain/import/rna/news.ts';
import type { RnaReading } from '../domain/import/rna/reading.ts';
import { REGISTER_SHEET, registerWorkbook } from '../domain/import/rna/register-workbook.ts';
import { Refused } from '../platform/http/refused.ts';
import type { Connection } from '../platform/database/connection.ts';
import { addImport, decisionsForShape, type NewImport } from './import-store.ts';
import { readDirectory, type Directory } from './known-associations.ts';
import { agendaDecisions, firstDecisions, registerDecisions, shapeOf, tableFor } from './make-plan.ts';
import { mayBeRna, readRna, type RnaWithin } from './read/rna/read-rna.ts';
import { readWorkbook } from './read/read-workbook.ts';
import { keepNews } from './register-store.ts';
import { readTerritoryLists, type TerritoryLists } from './territory-lists.ts';

const words = {
  noTable:
    'Ce fichier ne contient aucun tableau\u00a0: vérifiez que c’est le bon, et qu’il a une ligne de titres et des lignes en dessous.',
  noCommune:
    'C’est un fichier du Répertoire national des associations, et aucune commune de l’annuaire n’y a d’association\u00a0: vérifiez le département du fichier et les codes INSEE de vos communes.',
};

/** Numbers of the register that the directory has, of today and of before. */
export const registerIdsOf = ({ known }: Directory): string[] =>
  known.all.flatMap(({ form }) => [...(form.rnaId === '' ? [] : [form.rnaId]), ...formerIdsOf(form)]);

/** The register as the file has it; null for a file that is something else. @throws {Refused} one that cannot be read */
export async function readRegister(
  strapi: Core.Strapi,
  { path, fileName, within }: { readonly path: string; readonly fileName: string; readonly within?: RnaWithin },
): Promise<{ readonly reading: RnaReading; readonly lists: TerritoryLists; readonly directory: Directory } | null> {
  if (!(await mayBeRna(path))) return null;
  const [lists, directory] = [await readTerritoryLists(strapi), await readDirectory(strapi)];
  const question = {
    communes: lists.register.communes,
    known: registerIdsOf(directory),
    today: dayOf(new Date()),
  };
  const answer = await readRna(path, fileName, question, within);
  if (answer.kind === 'refused') throw new Refused('invalid', answer.message);
  return answer.kind === 'other' ? null : { reading: answer.reading, lists, directory };
}

export interface SentFile {
  readonly path: string;
  readonly fileName: string;
  readonly editor: Editor;
  /** How long a file of the register may take. */
  readonly within?: RnaWithin;
}

/** Keeps an agenda, whose table is our own. @returns the number of the import */
export const addAgendaImport = (
  connection: Connection,
  {
    agenda = null,
    ...given
  }: Pick<NewImport, 'editor' | 'fileName' | 'workbook'> & { readonly agenda?: string | null },
): Promise<string> =>
  addImport(connection, { ...given, source: 'events', shape: EVENTS_SHEET, decisions: agendaDecisions(), agenda });

/**
 * Reads a file and keeps it with what is supposed of it: what was said of an earlier one with the same heads is said again.
 * @returns the number of the import
 * @throws {Refused} in French, for a file that is none
 */
export async function takeIn(strapi: Core.Strapi, sent: SentFile): Promise<string> {
  const { path, fileName, editor } = sent;
  const { connection } = strapi.db;
  const register = await readRegister(strapi, sent);
  if (register) {
    const { reading, lists, directory } = register;
    const workbook = registerWorkbook(reading, {
      themes: lists.register.themes,
      communeName: lists.communeName,
      properNames: lists.communes.names,
    });
    if (reading.kept.length + reading.aliases.length + reading.known.length === 0)
      throw new Refused('invalid', words.noCommune);
    await keepNews(connection, newsOf(reading.known, directory.known.all, lists.communeName), reading.asOf);
    const decisions = registerDecisions(reading.asOf, dayOf(new Date()));
    return addImport(connection, { editor, source: 'rna', fileName, shape: REGISTER_SHEET, workbook, decisions });
  }
  const read = await readWorkbook(await readFile(path), fileName);
  if (!read.ok) throw new Refused('invalid', read.message);
  if (read.value.format === 'agenda') return addAgendaImport(connection, { editor, fileName, workbook: read.value });
  const lists = await readTerritoryLists(strapi);
  const first = firstDecisions(read.value, lists);
  const table = tableFor(read.value, first);
  if (table.rows.length === 0) throw new Refused('invalid', words.noTable);
  const shape = shapeOf(table);
  const earlier = await decisionsForShape(
    connection,
    shape,
    table.columns.some(({ head }) => isFaultsHead(head)),
  );
  const decisions = earlier
    ? { ...first, columns: { ...first.columns, ...earlier.columns }, values: earlier.values, policy: earlier.policy }
    : first;
  return addImport(connection, { editor, source: 'spreadsheet', fileName, shape, workbook: read.value, decisions });
}
