/** Which record of the directory a page is of, or which one says something: a finding that names a file alone mends nothing. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { FoundRecord } from '@trame/cms/domain/contract/desk/publication-state';

interface Placed {
  readonly address: string;
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly record: unknown;
}

function placed(content: SiteExport): Placed[] {
  // Whoever goes back a release compares it with content that may be of another version: what it lacks names nothing.
  const { associations = [], events = [], guides = [], resources = [] } = content as Partial<SiteExport>;
  const { themes = [], communes = [], venues = [], audiences = [], actionPlans = [] } = content as Partial<SiteExport>;
  const single = (uid: string, title: string, address: string, record: unknown) => ({
    ...{ uid: `api::${uid}.${uid}`, id: '', title, address, record },
  });
  return [
    ...associations.map((one) => single('association', one.name, publicPaths.association(one.slug), one)),
    ...events.map((one) => single('event', one.title, publicPaths.event(one.slug), one)),
    ...guides.map((one) => single('guide', one.title, publicPaths.guide(one.slug), one)),
    ...resources.map((one) => single('resource', one.title, publicPaths.resource(one.slug), one)),
    ...themes.map((one) => single('theme', one.name, publicPaths.theme(one.slug), one)),
    ...communes.map((one) => single('commune', one.name, publicPaths.commune(one.slug), one)),
    ...venues.map((one) => single('venue', one.name, publicPaths.venue(one.slug), one)),
    ...audiences.map((one) => single('audience', one.name, publicPaths.audience(one.slug), one)),
    ...actionPlans.flatMap(({ slug, axes }) =>
      axes.flatMap(({ actions }) =>
        actions.map((one) => single('action', one.title, publicPaths.action(slug, one.slug), one)),
      ),
    ),
  ].map((one) => ({ ...one, id: (one.record as { readonly id: string }).id }));
}

/** The first field of the record whose texts are told apart by `says`, in the names of the export; null for none. */
function fieldSaying(record: object, says: (text: string) => boolean): string | null {
  const inside = (value: unknown): boolean =>
    typeof value === 'string'
      ? says(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(inside);
  // Its own contacts are allowed to say themselves.
  return Object.entries(record).find(([name, value]) => name !== 'contacts' && inside(value))?.[0] ?? null;
}

export interface Records {
  /** The record whose page, or a file beside it, stands at the address. */
  readonly at: (address: string) => FoundRecord | null;
  /** Every record with a text that says it, and the field. */
  readonly saying: (says: (text: string) => boolean) => FoundRecord[];
}

/** The records are looked through when something was found, which is hardly ever. */
export function recordsOf(content: SiteExport): Records {
  let all: Placed[] | null = null;
  const records = () => (all ??= placed(content));
  const found = ({ uid, id, title }: Placed, field: string | null): FoundRecord => ({
    uid,
    documentId: id,
    title,
    field,
  });
  return {
    at: (address) => {
      const one = records().find((placedAt) => address.startsWith(placedAt.address));
      return one ? found(one, null) : null;
    },
    saying: (says) =>
      records().flatMap((one) => {
        const field = fieldSaying(one.record as object, says);
        return field === null ? [] : [found(one, field)];
      }),
  };
}
