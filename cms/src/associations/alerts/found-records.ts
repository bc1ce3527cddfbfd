/** Records that answer a search, by an identity that outlives their addresses. */
import type { Core } from '@strapi/strapi';
import type { FoundRecord, SearchAnswer, ToldType } from '../../domain/contract/press/searches.ts';
import { publicPaths } from '../../domain/public-paths.ts';

/** `association:<documentId>` */
export const nameOf = ({ type, id }: Pick<FoundRecord, 'type' | 'id'>): string => `${type}:${id}`;

const readName = (name: string): Pick<FoundRecord, 'type' | 'id'> => {
  const at = name.indexOf(':');
  return { type: name.slice(0, at) as ToldType, id: name.slice(at + 1) };
};

const uidOf = (type: ToldType) => `api::${type}.${type}` as const;

/** The names of what answers. */
export const knownFrom = ({ found }: SearchAnswer, records: readonly FoundRecord[]): string[] =>
  found.map(({ record }) => nameOf(records[record]!));

/** The parameters of a search, in an order of their own: editors put themes and communes in another one. */
const parametersOf = (search: string): string =>
  [...new URLSearchParams(search)]
    .map(([name, value]) => `${name}=${name === 'q' ? value.trim().toLowerCase() : value.split(',').sort().join()}`)
    .sort()
    .join('&');

/** Whether two searches ask the same. */
export const sameSearch = (one: string, other: string): boolean => parametersOf(one) === parametersOf(other);

/**
 * Where each of these records stands now, by name: what is online may have been taken off since.
 * @returns the path of those that are published, null for those that are not; none for those that exist no more
 */
export async function standingOf(
  strapi: Core.Strapi,
  names: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const standing = new Map<string, string | null>();
  const asked = names.map(readName);
  for (const type of new Set(asked.map((one) => one.type))) {
    const uid = uidOf(type);
    if (!(uid in strapi.contentTypes)) continue; // of a type that this release has no more
    const ids = asked.filter((one) => one.type === type).map(({ id }) => id);
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId', 'slug', 'publishedAt'],
      where: { documentId: { $in: ids } },
    })) as { documentId: string; slug: string; publishedAt: unknown }[];
    for (const { documentId, slug, publishedAt } of rows) {
      const name = nameOf({ type, id: documentId });
      if (publishedAt !== null) standing.set(name, publicPaths[type](slug));
      else if (!standing.has(name)) standing.set(name, null); // the draft of one that is published says nothing of it
    }
  }
  return standing;
}
