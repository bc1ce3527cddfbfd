import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * What came back of a letter. `fault`: who can mend a refusal or a return, null for those of before. `notice`: what was heard of a
 * letter that did not fail; `seen` once an editor has looked at it.
 */
const STATEMENTS = [
  `alter table if exists trame_letters add column if not exists fault text
     constraint trame_letters_fault_check check (fault in ('sender', 'recipient', 'later'))`,
  `alter table if exists trame_letters add column if not exists notice text
     constraint trame_letters_notice_check check (notice in ('delayed', 'complaint', 'unclear'))`,
  `alter table if exists trame_letters add column if not exists notice_at timestamptz`,
  `alter table if exists trame_letters add column if not exists notice_words text`,
  `alter table if exists trame_letters add column if not exists seen boolean not null default false`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
