import type { Connection } from '../../src/platform/database/connection.ts';

/** A register may be there without proof that it is whole: `unproven`. */
const STATEMENTS = [
  `alter table trame_restores drop constraint if exists trame_restores_register_check`,
  `alter table trame_restores add constraint trame_restores_register_check
     check (register in ('whole', 'unproven', 'missing', 'unreadable'))`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
