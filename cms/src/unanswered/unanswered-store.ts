/** What people look for and do not find, as rows: how often in a month, and what was done about it. Nothing says of whom. */
import { z } from 'zod';
import { SETTLED_ACTS, WORDED_TYPES, type UnansweredLine } from '../domain/contract/desk/unanswered.ts';
import { LEAST_TIMES, type UnansweredQuestion } from '../domain/unanswered-questions.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';

/** A year can be compared with the one before. */
export const KEEP_UNANSWERED_MONTHS = 13;
/** What was told too seldom to be shown goes sooner: nobody will ever see it. */
export const KEEP_RARE_MONTHS = 3;
/** « Ces trois derniers mois » */
const LATELY_MONTHS = 3;
/** Of a month: what one machine can fill. Beyond it, what is there already is still counted. */
const MOST_IN_A_MONTH = 5000;
/** A page that nobody reads to its end. */
const MOST_SHOWN = 200;

/** @param today `YYYY-MM-DD` in the territory */
const monthOf = (today: string): string => `${today.slice(0, 7)}-01`;

/** Counts one more device that told it. */
export const countUnanswered = (
  connection: Connection,
  { question, missing }: UnansweredQuestion,
  today: string,
): Promise<number> => {
  const month = monthOf(today);
  return changed(
    connection,
    `insert into trame_unanswered (question, month, missing, times)
     select ?, ?::date, ?, 1
      where exists (select 1 from trame_unanswered where question = ? and month = ?::date)
         or (select count(*) from trame_unanswered where month = ?::date) < ?
     on conflict (question, month)
     do update set times = least(trame_unanswered.times + 1, 1000000), missing = excluded.missing`,
    [question, month, missing, question, month, month, MOST_IN_A_MONTH],
  );
};

const Row = z.object({
  question: z.string(),
  missing: z.string(),
  lately: z.coerce.number(),
  altogether: z.coerce.number(),
  lastMonth: z.string(),
  act: z.enum(SETTLED_ACTS).nullable(),
  settledOn: z.string().nullable(),
  word: z.string().nullable(),
  uid: z.enum(WORDED_TYPES).nullable(),
  documentId: z.string().nullable(),
  title: z.string().nullable(),
});

function lineOf({ act, settledOn, word, uid, documentId, title, ...line }: z.infer<typeof Row>): UnansweredLine {
  if (act === null || settledOn === null) return { ...line, settled: null };
  const isWhole = word !== null && uid !== null && documentId !== null && title !== null;
  return { ...line, settled: { act, on: settledOn, added: isWhole ? { word, uid, documentId, title } : null } };
}

/** What was told often enough to be shown, the most of late first. */
export async function readUnanswered(
  connection: Connection,
  today: string,
): Promise<{ readonly lines: readonly UnansweredLine[]; readonly more: boolean }> {
  const rows = await rowsOf(
    connection,
    Row,
    `select counted.question, counted.missing, counted.lately, counted.altogether,
            to_char(counted.last_month, 'YYYY-MM-DD') as "lastMonth",
            settled.act, to_char(settled.settled_on, 'YYYY-MM-DD') as "settledOn",
            settled.word, settled.uid, settled.document_id as "documentId", settled.title
       from (select question,
                    (array_agg(missing order by month desc))[1] as missing,
                    coalesce(sum(times) filter (where month > ?::date - make_interval(months => ?)), 0) as lately,
                    sum(times) as altogether,
                    max(month) as last_month
               from trame_unanswered
              group by question
             having sum(times) >= ?) as counted
       left join trame_unanswered_settled as settled using (question)
      order by settled.act is not null, counted.lately desc, counted.altogether desc, counted.question
      limit ?`,
    [monthOf(today), LATELY_MONTHS, LEAST_TIMES, MOST_SHOWN + 1],
  );
  return { lines: rows.slice(0, MOST_SHOWN).map(lineOf), more: rows.length > MOST_SHOWN };
}

/** How many questions are not shown. */
export async function countTooFew(connection: Connection): Promise<number> {
  const [row] = await rowsOf(
    connection,
    z.object({ count: z.coerce.number() }),
    `select count(*) as count
       from (select 1 from trame_unanswered group by question having sum(times) < ?) as rare`,
    [LEAST_TIMES],
  );
  return row?.count ?? 0;
}

/** Is it there, and told often enough to be shown? */
export async function isShown(connection: Connection, question: string): Promise<boolean> {
  const rows = await rowsOf(
    connection,
    z.object({ question: z.string() }),
    'select question from trame_unanswered where question = ? group by question having sum(times) >= ?',
    [question, LEAST_TIMES],
  );
  return rows.length > 0;
}

/** What was added, and to which record; null for a question that was set aside. */
export type Added = NonNullable<NonNullable<UnansweredLine['settled']>['added']> | null;

export async function settle(connection: Connection, question: string, added: Added, today: string): Promise<void> {
  await connection.raw(
    `insert into trame_unanswered_settled (question, act, word, uid, document_id, title, settled_on)
     values (?, ?, ?, ?, ?, ?, ?::date)
     on conflict (question) do update set act = excluded.act, word = excluded.word, uid = excluded.uid,
       document_id = excluded.document_id, title = excluded.title, settled_on = excluded.settled_on`,
    [
      question,
      added === null ? 'ignored' : 'added',
      added?.word ?? null,
      added?.uid ?? null,
      added?.documentId ?? null,
      added?.title ?? null,
      today,
    ],
  );
}

/** The question waits again. @returns how many did not */
export const unsettle = (connection: Connection, question: string): Promise<number> =>
  changed(connection, 'delete from trame_unanswered_settled where question = ?', [question]);

/** @returns how many rows were erased */
export async function eraseUnanswered(connection: Connection, now: Date): Promise<number> {
  const old = await changed(
    connection,
    `delete from trame_unanswered where month < date_trunc('month', ?::timestamptz) - make_interval(months => ?)`,
    [now, KEEP_UNANSWERED_MONTHS],
  );
  const rare = await changed(
    connection,
    `delete from trame_unanswered
      where question in (select question from trame_unanswered group by question
                          having sum(times) < ?
                             and max(month) < date_trunc('month', ?::timestamptz) - make_interval(months => ?))`,
    [LEAST_TIMES, now, KEEP_RARE_MONTHS],
  );
  const settled = await changed(
    connection,
    'delete from trame_unanswered_settled where question not in (select question from trame_unanswered)',
  );
  return old + rare + settled;
}
