import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * Every association that declared itself by the public form was stored as « déclarée », which the form did not ask (until the
 * migration `what-was-typed`, by whose day the answers of before are known). Emptied where it is certain that no person chose it:
 * the entry came from such a form, no administrator ever saved it, and no number of the RNA or of the Sirene says that it is so.
 *
 * Of an entry that an editor made, nothing tells the default of the field from a choice: it stays.
 */
const NOBODY_TOLD = `
  select association.id from associations association
   where association.legal_form = 'déclarée'
     and coalesce(association.rna_id, '') = '' and coalesce(association.siret, '') = ''
     and not exists (select from associations version
                      where version.document_id = association.document_id
                        and (version.created_by_id is not null or version.updated_by_id is not null))
     and exists (select from submissions answer
                  where answer.association_id = association.document_id
                    and answer.kind = 'nouvelle association' and answer.state = 'acceptée'
                    and coalesce(answer.details ->> 'format', '') in ('', 'trame-declaration/1')
                    and answer.decided_at < coalesce(
                          (select min(time) from strapi_migrations where name like '2026-11-29-what-was-typed.%'), 'infinity'))`;

/** What the statement reads. A database that is new has no tables of content yet. */
const COLUMNS = [
  ...['legal_form', 'rna_id', 'siret', 'created_by_id', 'updated_by_id'].map((column) => ['associations', column]),
  ...['association_id', 'kind', 'state', 'details', 'decided_at'].map((column) => ['submissions', column]),
];

export async function up(connection: Connection): Promise<void> {
  const { rows: present } = await connection.raw(
    `select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = current_schema() and table_name in ('associations', 'submissions')`,
  );
  const names = new Set(
    (present as { table: string; column: string }[]).map(({ table, column }) => `${table}.${column}`),
  );
  if (!COLUMNS.every(([table, column]) => names.has(`${table}.${column}`))) return;
  const { rows } = await connection.raw(`${NOBODY_TOLD} limit 1`);
  if (rows.length === 0) return; // a statement that touches no row would count as a change of the content
  await connection.raw(`update associations set legal_form = null where id in (${NOBODY_TOLD})`);
}
