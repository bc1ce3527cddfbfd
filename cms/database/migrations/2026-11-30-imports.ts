import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * Files that an editor brings in, and what each changed. `workbook` holds the cells of the file until it is applied, given up or
 * forgotten; `decisions` what the editor said of it. `trame_import_changes` is the journal that an undo reads: `before` is the
 * draft as it stood (null of a record that the import made), `after_version` names the state that the import left, so that what
 * somebody changed since is seen.
 */
const STATEMENTS = [
  `create table if not exists trame_imports (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    who text not null,
    who_id text,
    source text not null,
    file_name text not null,
    shape text not null,
    stage text not null default 'draft' check (stage in ('draft', 'applied', 'undone')),
    decisions jsonb not null,
    workbook jsonb,
    result jsonb,
    touched_at timestamptz not null default now(),
    applied_at timestamptz,
    undone_at timestamptz,
    undone_by text
  )`,
  `create index if not exists trame_imports_shape on trame_imports (shape, id)`,
  `create table if not exists trame_import_changes (
    id bigint generated always as identity primary key,
    import_id bigint not null references trame_imports (id) on delete cascade,
    line integer not null,
    uid text not null,
    document_id text not null,
    title text not null,
    before jsonb,
    after_version text not null,
    published boolean not null,
    undone_at timestamptz,
    undone_by text
  )`,
  `create index if not exists trame_import_changes_import on trame_import_changes (import_id, id)`,
  `create index if not exists trame_import_changes_record on trame_import_changes (uid, document_id)`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
