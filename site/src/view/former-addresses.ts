/** Addresses at which a page stood before, and the page that each leads to. */
import type { FormerAddressKind } from '@trame/cms/domain/former-addresses';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Content } from '../content/index-content.ts';

/** A page that only leads on. */
export interface FormerAddress {
  /** `/associations/judo-club-de-cavignac/` */
  readonly from: string;
  readonly to: string;
  /** What the page that it leads to is called. */
  readonly name: string;
}

interface Titled {
  readonly slug: string;
  readonly name?: string;
  readonly title?: string;
}

const shelfOf = (content: Content): Readonly<Record<FormerAddressKind, { byId(id: string): Titled | undefined }>> => ({
  association: content.associations,
  event: content.events,
  guide: content.guides,
  resource: content.resources,
  theme: content.themes,
  commune: content.communes,
});

/** Those of the export; one whose record is not in it leads nowhere, and is none. */
export function formerAddresses(content: Content): FormerAddress[] {
  const shelves = shelfOf(content);
  return (content.source.formerAddresses ?? []).flatMap(({ kind, slug, id }) => {
    const record = shelves[kind].byId(id);
    if (record === undefined) return [];
    const pathOf = publicPaths[kind];
    return [{ from: pathOf(slug), to: pathOf(record.slug), name: record.name ?? record.title ?? '' }];
  });
}
