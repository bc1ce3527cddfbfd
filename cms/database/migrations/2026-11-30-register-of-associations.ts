import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * What the national register (RNA) says of entries. `trame_register_entries`: entries that an import matched with it, whose official
 * fields come from there. `trame_register_news`: what became of an association of the directory (dissolved, moved, renamed), until an
 * editor has seen it. `trame_register_reads`: the files of `DATA_DIR/rna` that the monthly job has read, by name and state.
 */
const STATEMENTS = [
  `create table if not exists trame_register_entries (
    document_id text primary key,
    rna_id text not null,
    as_of date,
    matched_at timestamptz not null default now(),
    import_id bigint references trame_imports (id) on delete set null
  )`,
  `create table if not exists trame_register_news (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('dissolved', 'moved', 'renamed')),
    document_id text not null,
    rna_id text not null,
    before text not null,
    after text not null,
    as_of date,
    found_at timestamptz not null default now(),
    seen_at timestamptz,
    seen_by text,
    unique (document_id, kind, after)
  )`,
  `create table if not exists trame_register_reads (
    file_name text primary key,
    state text not null,
    read_at timestamptz not null default now()
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
