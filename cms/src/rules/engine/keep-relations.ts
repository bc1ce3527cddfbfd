import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { isValues, type Values } from '../../domain/visit.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { hasDrafts, type DocumentContext, type Next } from '../../platform/strapi/document.ts';

type Kind = 'oneToOne' | 'oneToMany' | 'manyToOne' | 'manyToMany';

/** A relation as the database layer knows it, seen from the type that is asked about, whichever side owns it. */
interface Relation {
  readonly name: string;
  readonly kind: Kind;
  readonly target: string;
  readonly table: string;
  /** Of the link table: the column of this type, and that of the other. */
  readonly own: string;
  readonly other: string;
}

interface DatabaseAttribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
}

interface DatabaseModel {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, DatabaseAttribute>>;
}

const databaseModel = (strapi: Core.Strapi, uid: string): DatabaseModel =>
  strapi.db.metadata.get(uid) as unknown as DatabaseModel;

/** Those between our own types; the accounts behind `createdBy` are nothing that an editor links. */
function relationsOf(strapi: Core.Strapi, uid: string): Relation[] {
  return Object.entries(databaseModel(strapi, uid).attributes).flatMap(([name, attribute]) => {
    const { relation, target, joinTable, inversedBy, mappedBy } = attribute;
    if (!target?.startsWith('api::') || !joinTable || (inversedBy ?? mappedBy) === undefined) return [];
    return [
      {
        name,
        kind: relation as Kind,
        target,
        table: joinTable.name,
        own: joinTable.joinColumn.name,
        other: joinTable.inverseJoinColumn.name,
      },
    ];
  });
}

const Row = z.record(z.string(), z.unknown());
type Row = z.infer<typeof Row>;
const Id = z.object({ id: z.number() });

async function versionId(
  strapi: Core.Strapi,
  trx: Connection,
  uid: string,
  documentId: string,
  version: 'draft' | 'published',
): Promise<number | undefined> {
  const [row] = await rowsOf(
    trx,
    Id,
    `select id from ?? where document_id = ? and published_at is ${version === 'draft' ? '' : 'not '}null`,
    [databaseModel(strapi, uid).tableName, documentId],
  );
  return row?.id;
}

/** The links of a draft to records of which nothing is published. */
const linksToDrafts = (strapi: Core.Strapi, trx: Connection, relation: Relation, draft: number): Promise<Row[]> => {
  const { tableName } = databaseModel(strapi, relation.target);
  return rowsOf(
    trx,
    Row,
    `select links.* from ?? links join ?? target on target.id = links.??
      where links.?? = ? and target.published_at is null and not exists
        (select from ?? published where published.document_id = target.document_id and published.published_at is not null)`,
    [relation.table, tableName, relation.other, relation.own, draft, tableName],
  );
};

const isThere = async (trx: Connection, table: string, where: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const columns = Object.entries(where);
  const rows = await rowsOf(
    trx,
    z.object({}),
    `select from ?? where ${columns.map(() => '?? = ?').join(' and ')} limit 1`,
    [table, ...columns.flat()],
  );
  return rows.length > 0;
};

/** Puts a link back to the draft that took the place of another one; where only one is allowed and one is there, that one stays. */
async function putBack(trx: Connection, { table, own, other, kind }: Relation, link: Row, draft: number) {
  const taken =
    (await isThere(trx, table, { [own]: draft, [other]: link[other] })) ||
    (kind.endsWith('ToOne') && (await isThere(trx, table, { [own]: draft }))) ||
    (kind.startsWith('oneTo') && (await isThere(trx, table, { [other]: link[other] })));
  if (taken) return;
  const { id: _, ...columns } = { ...link, [own]: draft };
  const names = Object.keys(columns);
  await trx.raw(`insert into ?? (${names.map(() => '??').join(', ')}) values (${names.map(() => '?').join(', ')})`, [
    table,
    ...names,
    ...Object.values(columns),
  ]);
}

const NEVER_PUBLISHED =
  'Rien de cette fiche n’est publié\u00a0: il n’y a pas d’état auquel revenir, et la fiche serait perdue. Pour l’enlever, supprimez-la.';

/**
 * « Abandonner les modifications » makes the draft anew from what is published, where a link to a record that is not published
 * cannot stand: Strapi drops it, on both sides, and publishing both later does not bring it back. What is published says nothing
 * about such a link, so the draft keeps it.
 */
function discard(strapi: Core.Strapi, uid: string, documentId: string, next: Next): Promise<unknown> {
  return inTransaction(strapi, async (trx) => {
    if ((await versionId(strapi, trx, uid, documentId, 'published')) === undefined) {
      // Strapi would delete the draft and make none.
      throw new errors.ValidationError(NEVER_PUBLISHED);
    }
    const before = await versionId(strapi, trx, uid, documentId, 'draft');
    const kept: { relation: Relation; link: Row }[] = [];
    for (const relation of relationsOf(strapi, uid)) {
      if (before === undefined || !hasDrafts(strapi, relation.target)) continue;
      for (const link of await linksToDrafts(strapi, trx, relation, before)) kept.push({ relation, link });
    }
    const result = await next();
    const after = await versionId(strapi, trx, uid, documentId, 'draft');
    if (after !== undefined) for (const { relation, link } of kept) await putBack(trx, relation, link, after);
    return result;
  });
}

const connects = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (!isValues(value)) return typeof value === 'string';
  return connects(value['connect']) || connects(value['set']) || 'documentId' in value || 'id' in value;
};

/**
 * A copy of a record takes what can only belong to one away from the original: the resources of an association, the actions of an
 * axis. It gets none, unless the editor gives it some.
 */
function leaveToTheOriginal(strapi: Core.Strapi, uid: string, data: Values): void {
  for (const { name, kind } of relationsOf(strapi, uid)) {
    if (kind.startsWith('oneTo') && !connects(data[name])) data[name] = { set: [] };
  }
}

/**
 * The document middleware that lets no relation go without a word. Publishing, unpublishing and saving lose none
 * (`cms/tests/relations.test.ts` tries each relation of the model); these two acts of Strapi's did.
 */
export function keepRelations(strapi: Core.Strapi) {
  return (context: DocumentContext, next: Next): Promise<unknown> => {
    const { uid, action, params } = context;
    if (!uid.startsWith('api::')) return next();
    if (action === 'discardDraft' && params.documentId !== undefined)
      return discard(strapi, uid, params.documentId, next);
    if (action === 'clone') {
      const data = isValues(params.data) ? params.data : {};
      leaveToTheOriginal(strapi, uid, data);
      params.data = data;
    }
    return next();
  };
}
