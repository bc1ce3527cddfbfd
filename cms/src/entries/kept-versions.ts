/**
 * The states of records that forms were made from (`trame_record_versions`): each save of a draft is kept, and what stands when a
 * form is opened. Three-way merges are made from them, and they say who changed what. `KEEP_VERSIONS_DAYS` after somebody last
 * opened one it is erased: a form that is older than that is asked about field by field.
 */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { storedRecordContent } from '../domain/stored/record-content.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { lockRecord } from '../platform/database/record-lock.ts';
import { readContent, type ReadContent, type RecordContent } from './record-content.ts';

/** How long a form may stay open, and how far back it can be told who changed what. */
export const KEEP_VERSIONS_DAYS = 30;

/** Where a state comes from: a form, another page of the admin, a link of an association, a program; or it was found by a form. */
export const CAUSES = ['form', 'office', 'public', 'program', 'opened'] as const;
export type Cause = (typeof CAUSES)[number];

export interface KeptVersion {
  readonly version: string;
  /** ISO 8601 */
  readonly at: string;
  /** When a form was last made from it, ISO 8601. */
  readonly seenAt: string;
  readonly who: string | null;
  readonly cause: string;
  readonly content: RecordContent;
}

const Row = z.object({
  id: z.string(),
  version: z.string(),
  at: z.date(),
  seen_at: z.date(),
  who: z.string().nullable(),
  cause: z.string(),
  document: z.string(),
});

const COLUMNS = 'id::text as id, version, at, seen_at, who, cause, document::text as document';

const toVersion = ({ id, version, at, seen_at, who, cause, document }: z.infer<typeof Row>): KeptVersion => ({
  version,
  at: at.toISOString(),
  seenAt: seen_at.toISOString(),
  who,
  cause,
  content: storedRecordContent.read(JSON.parse(document), `trame_record_versions ${id}`).content,
});

/** Of a record. */
export interface Named {
  readonly uid: string;
  readonly documentId: string;
}

/**
 * Keeps a state of a record, unless it is the last one that is kept: then it was seen once more.
 * @param seen when it was read
 */
export async function keepVersion(
  trx: Connection,
  { uid, documentId }: Named,
  { content, version }: Pick<ReadContent, 'content' | 'version'>,
  { who, cause, seen }: { readonly who: string | null; readonly cause: Cause; readonly seen: Date },
): Promise<void> {
  const again = await changed(
    trx,
    `update trame_record_versions set seen_at = greatest(seen_at, ?::timestamptz)
      where version = ? and id = (select max(id) from trame_record_versions where uid = ? and record = ?)`,
    [seen, version, uid, documentId],
  );
  if (again > 0) return;
  await trx.raw(
    `insert into trame_record_versions (uid, record, version, at, seen_at, who, cause, document)
      values (?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::jsonb)`,
    [
      uid,
      documentId,
      version,
      seen,
      seen,
      who,
      cause,
      JSON.stringify(storedRecordContent.write({ uid, content: content as never })),
    ],
  );
}

/** The state that a form is made from: the draft as it stands, kept. Null when there is no such record. */
export interface OpenedVersion {
  readonly version: string;
  readonly content: RecordContent;
  /** ISO 8601 */
  readonly openedAt: string;
}

/**
 * Reads the draft of a record for a form, and keeps that state: what is saved from it later is compared with it. Whatever changes
 * the record is waited for, so that nothing is in the state that is not known to be.
 */
export const openVersion = (strapi: Core.Strapi, uid: string, documentId: string): Promise<OpenedVersion | null> =>
  inTransaction(strapi, async (trx) => {
    await lockRecord(trx, uid, documentId);
    const seen = new Date();
    const read = await readContent(strapi, uid, documentId, 'draft');
    if (!read) return null;
    await keepVersion(trx, { uid, documentId }, read, { who: null, cause: 'opened', seen });
    return { version: read.version, content: read.content, openedAt: seen.toISOString() };
  });

/** A state by its name; null when it is not kept, or not any more. */
export async function findVersion(
  trx: Connection,
  { uid, documentId }: Named,
  version: string,
): Promise<(KeptVersion & { readonly id: string }) | null> {
  const [row] = await rowsOf(
    trx,
    Row,
    `select ${COLUMNS} from trame_record_versions where uid = ? and record = ? and version = ? order by id desc limit 1`,
    [uid, documentId, version],
  );
  return row ? { ...toVersion(row), id: row.id } : null;
}

/**
 * The name of the last state that is kept of a draft: of one that was just saved, the state that it is in
 * (`rules/engine/keep-versions.ts`). Null when none is kept.
 */
export async function latestVersion(trx: Connection, { uid, documentId }: Named): Promise<string | null> {
  const [row] = await rowsOf(
    trx,
    z.object({ version: z.string() }),
    'select version from trame_record_versions where uid = ? and record = ? order by id desc limit 1',
    [uid, documentId],
  );
  return row?.version ?? null;
}

/** The states of a record that came after one, the oldest first. */
export async function versionsSince(trx: Connection, { uid, documentId }: Named, id: string): Promise<KeptVersion[]> {
  const rows = await rowsOf(
    trx,
    Row,
    `select ${COLUMNS} from trame_record_versions where uid = ? and record = ? and trame_record_versions.id > ? order by trame_record_versions.id`,
    [uid, documentId, id],
  );
  return rows.map(toVersion);
}

/** @returns how many were erased */
export const eraseVersions = (connection: Connection, now: Date): Promise<number> =>
  changed(connection, `delete from trame_record_versions where seen_at < ?::timestamptz - make_interval(days => ?)`, [
    now,
    KEEP_VERSIONS_DAYS,
  ]);

/** Nobody saves what is deleted. Within the caller's transaction. */
export const forgetVersions = (trx: Connection, { uid, documentId }: Named): Promise<number> =>
  changed(trx, 'delete from trame_record_versions where uid = ? and record = ?', [uid, documentId]);
