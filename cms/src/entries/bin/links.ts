/**
 * Which records name another one. A relation belongs to the record that fills it: deleting the one that it names takes it out of
 * there, on both versions, and nobody remembers at which place it stood.
 */
import type { Core } from '@strapi/strapi';
import type { BinLink } from '../../domain/stored/bin-links.ts';
import { findMany, findOne } from '../../platform/database/records.ts';
import { hasDrafts } from '../../platform/strapi/document.ts';

interface Inverse {
  readonly uid: string;
  /** The attribute of the other type that names this one. */
  readonly attribute: string;
  readonly isToMany: boolean;
}

interface RelationAttribute {
  readonly type: string;
  readonly target?: string;
  readonly mappedBy?: string;
  readonly relation?: string;
}

const attributesOf = (strapi: Core.Strapi, uid: string) =>
  (strapi.getModel(uid as 'api::theme.theme') as unknown as { attributes: Record<string, RelationAttribute> })
    .attributes;

/** Every relation of the model is declared on both sides: those of others are known from here. */
function inversesOf(strapi: Core.Strapi, uid: string): Inverse[] {
  return Object.values(attributesOf(strapi, uid)).flatMap(({ type, target, mappedBy }) => {
    if (type !== 'relation' || !target?.startsWith('api::') || mappedBy === undefined) return [];
    const { relation = '' } = attributesOf(strapi, target)[mappedBy] ?? {};
    return [{ uid: target, attribute: mappedBy, isToMany: relation.endsWith('Many') }];
  });
}

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly publishedAt: unknown;
  readonly [attribute: string]: unknown;
}

interface Named {
  readonly id: number;
  readonly documentId: string;
}

const namedBy = (row: Row, attribute: string): Named[] => {
  const value = row[attribute] as Named | readonly Named[] | null | undefined;
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? [...(value as readonly Named[])] : [value as Named];
};

/** Every place at which another record, draft or published, names this one. */
export async function linksTo(strapi: Core.Strapi, uid: string, documentId: string): Promise<BinLink[]> {
  const links: BinLink[] = [];
  for (const { uid: other, attribute } of inversesOf(strapi, uid)) {
    const rows = await findMany<Row>(strapi, other, {
      select: ['id', 'documentId', 'publishedAt'],
      where: { [attribute]: { documentId } },
      populate: { [attribute]: { select: ['id', 'documentId'] } },
    });
    for (const row of rows) {
      const place = namedBy(row, attribute).findIndex((one) => one.documentId === documentId);
      if (place < 0) continue;
      const version = hasDrafts(strapi, other) && row.publishedAt === null ? 'draft' : 'published';
      links.push({ uid: other, documentId: row.documentId, version, attribute, place });
    }
  }
  return links;
}

/** The row of a version; of a type without drafts its only one. */
const versionRow = (strapi: Core.Strapi, uid: string, documentId: string, version: BinLink['version'], populate = {}) =>
  findOne<Row>(strapi, uid, {
    select: ['id', 'documentId', 'publishedAt'],
    where: {
      documentId,
      ...(hasDrafts(strapi, uid) ? { publishedAt: version === 'draft' ? null : { $notNull: true } } : {}),
    },
    populate,
  });

/**
 * Names the record again where it was named, at its place: draft by draft, published by published. Where the other record is gone,
 * or now names another one and can name one only, nothing is done.
 * @returns the places that name it again
 */
export async function linkAgain(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  links: readonly BinLink[],
): Promise<BinLink[]> {
  const inverses = inversesOf(strapi, uid);
  const linked: BinLink[] = [];
  for (const link of links) {
    const { uid: other, documentId: named, version, attribute, place } = link;
    const inverse = inverses.find((one) => one.uid === other && one.attribute === attribute);
    if (!inverse) continue; // the model has lost that relation since
    const own = await versionRow(strapi, uid, documentId, version);
    const row = await versionRow(strapi, other, named, version, { [attribute]: { select: ['id', 'documentId'] } });
    if (!own || !row) continue;
    const present = namedBy(row, attribute);
    if (present.some((one) => one.documentId === documentId)) continue;
    if (!inverse.isToMany && present.length > 0) continue;
    const ids = present.map(({ id }) => id).toSpliced(place, 0, own.id);
    await strapi.db.query(other).update({
      where: { id: row.id },
      data: { [attribute]: inverse.isToMany ? ids : own.id },
    });
    linked.push(link);
  }
  return linked;
}

/** Takes the record out of these places again, where it still is. */
export async function unlink(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  links: readonly BinLink[],
): Promise<void> {
  const inverses = inversesOf(strapi, uid);
  for (const { uid: other, documentId: named, version, attribute } of links) {
    const inverse = inverses.find((one) => one.uid === other && one.attribute === attribute);
    const row =
      inverse && (await versionRow(strapi, other, named, version, { [attribute]: { select: ['id', 'documentId'] } }));
    if (!inverse || !row) continue;
    const left = namedBy(row, attribute).filter((one) => one.documentId !== documentId);
    await strapi.db.query(other).update({
      where: { id: row.id },
      data: { [attribute]: inverse.isToMany ? left.map(({ id }) => id) : (left[0]?.id ?? null) },
    });
  }
}
