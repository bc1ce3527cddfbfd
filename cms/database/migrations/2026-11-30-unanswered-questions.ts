import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * What people look for and do not find, where the territory chose to count it (decision 0070). `trame_unanswered`: how often in a
 * month devices told the same words; of whom nothing is there to be kept. `trame_unanswered_settled`: what an editor did about a
 * question, and with which record.
 */
const STATEMENTS = [
  `create table if not exists trame_unanswered (
    question text not null check (char_length(question) between 1 and 80),
    month date not null check (extract(day from month) = 1),
    missing text not null check (char_length(missing) between 1 and 80),
    times integer not null check (times > 0),
    primary key (question, month)
  )`,
  `create index if not exists trame_unanswered_month on trame_unanswered (month)`,
  `create table if not exists trame_unanswered_settled (
    question text primary key check (char_length(question) between 1 and 80),
    act text not null check (act in ('added', 'ignored')),
    word text,
    uid text,
    document_id text,
    title text,
    settled_on date not null,
    check ((act = 'added') = (word is not null and uid is not null and document_id is not null and title is not null))
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
