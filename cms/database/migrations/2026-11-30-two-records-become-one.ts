import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * Two records that were one. `trame_merges`: which record was taken into which, for as long as the one that stayed is there: letters
 * and links still name the other; `draft`, `published` (the one that stayed, as it was) and `carried` are what an undo needs, and go
 * when it is not possible any more. `trame_distinct_pairs`: records that look alike and are two, as an editor said.
 * `trame_former_addresses`: where a published record stood on the site before.
 */
const STATEMENTS = [
  `create table if not exists trame_merges (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    who text not null,
    who_id text,
    uid text not null,
    document_id text not null,
    other text not null,
    title text not null,
    other_title text not null,
    after_version text not null,
    draft jsonb,
    published jsonb,
    carried jsonb,
    undone_at timestamptz,
    undone_by text,
    check (other <> document_id)
  )`,
  `create index if not exists trame_merges_record on trame_merges (uid, document_id)`,
  `create unique index if not exists trame_merges_other on trame_merges (uid, other) where undone_at is null`,
  `create table if not exists trame_distinct_pairs (
    uid text not null,
    first_id text not null,
    second_id text not null,
    at timestamptz not null default now(),
    who text not null,
    who_id text,
    primary key (uid, first_id, second_id),
    check (first_id < second_id)
  )`,
  `create table if not exists trame_former_addresses (
    kind text not null check (kind in ('association', 'event', 'guide', 'resource', 'theme', 'commune')),
    slug text not null,
    document_id text not null,
    since timestamptz not null default now(),
    primary key (kind, slug)
  )`,
  `create index if not exists trame_former_addresses_record on trame_former_addresses (document_id)`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
