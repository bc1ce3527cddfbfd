/** Lists that the office saved, for all who work there. */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { ListToSave } from '../domain/contract/desk/finding.ts';
import { typography } from '../domain/french.ts';
import { readQuestion } from '../domain/search/read-question.ts';
import { storedRecordList, type KeptList } from '../domain/stored/record-list.ts';
import { changed, lockUntilCommit, rowsOf } from '../platform/database/sql.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Refused } from '../platform/http/refused.ts';
import { readRow } from '../platform/program-records/unreadable-rows.ts';

/** A list that nobody opened for so long is erased: it may say who was looked for. */
export const KEEP_LISTS_DAYS = 730;
/** More is no help to anybody. */
const MOST_LISTS = 40;

const words = {
  personal: typography(
    'Une liste se garde et se partage : elle ne retient ni téléphone ni adresse électronique. Retirez-les de la recherche avant de l’enregistrer.',
  ),
  taken: (name: string) => typography(`Une liste s’appelle déjà « ${name} » : donnez-lui un autre nom.`),
  full: `L’office a déjà ${MOST_LISTS} listes\u00a0: supprimez-en une avant d’en enregistrer une autre.`,
  unknown: 'Cette liste n’existe plus\u00a0: quelqu’un l’a supprimée.',
};

export interface SavedList extends KeptList {
  readonly id: string;
}

const Row = z.object({ id: z.string(), document: z.string() });

/** Saved lists, in the order in which they were made, and how many cannot be understood. */
export async function readSavedLists(strapi: Core.Strapi): Promise<{ lists: SavedList[]; unreadable: number }> {
  const rows = await rowsOf(
    strapi.db.connection,
    Row,
    'select id::text as id, document::text as document from trame_record_lists order by created_at, id',
  );
  const read = rows.map(({ id, document }) =>
    readRow<SavedList | null>(
      () => ({ id, ...storedRecordList.read(JSON.parse(document), `trame_record_lists ${id}, document`) }),
      () => null,
    ),
  );
  const lists = read.filter((list) => list !== null);
  return { lists, unreadable: read.length - lists.length };
}

/** @throws {Refused} when it would keep somebody’s number, or bears a name that is taken */
export async function saveList(strapi: Core.Strapi, { name, criteria }: ListToSave, editor: Editor): Promise<string> {
  if (readQuestion(criteria.question).some(({ kind }) => kind !== 'word')) throw new Refused('invalid', words.personal);
  return inTransaction(strapi, async (trx) => {
    await lockUntilCommit(trx, 'trame_record_lists');
    const { lists } = await readSavedLists(strapi);
    if (lists.length >= MOST_LISTS) throw new Refused('conflict', words.full);
    if (lists.some((list) => list.name.toLowerCase() === name.toLowerCase()))
      throw new Refused('conflict', words.taken(name));
    const id = randomUUID();
    const document = storedRecordList.write({ name, criteria, by: editor.name });
    await trx.raw('insert into trame_record_lists (id, document) values (?, ?::jsonb)', [id, JSON.stringify(document)]);
    return id;
  });
}

/** @throws {Refused} when there is none */
export async function deleteList(strapi: Core.Strapi, id: string): Promise<void> {
  const gone = await changed(strapi.db.connection, 'delete from trame_record_lists where id::text = ?', [id]);
  if (gone === 0) throw new Refused('unknown', words.unknown);
}

/** Notes that somebody looked at it: it is kept. */
export const markOpened = async (strapi: Core.Strapi, id: string): Promise<void> => {
  await changed(strapi.db.connection, 'update trame_record_lists set opened_at = now() where id::text = ?', [id]);
};

/** @returns how many lists were erased that nobody opened for long */
export const eraseLeftLists = (strapi: Core.Strapi, now: Date): Promise<number> =>
  changed(
    strapi.db.connection,
    `delete from trame_record_lists where opened_at < ?::timestamptz - make_interval(days => ?)`,
    [now, KEEP_LISTS_DAYS],
  );
