import type { CollectionPage, WithContext } from 'schema-dts';

/** What a page that lists pages says of itself. */
export interface ListedPage {
  readonly name: string;
  readonly description: string;
  /** Address of the page, whole. */
  readonly url: string;
  /** The pages that it leads to, in its order: names, and addresses on the site. */
  readonly items: readonly { readonly name: string; readonly href: string }[];
  /** What stands before this page in a list of several pages. */
  readonly before?: number;
  /** How many there are in all, on all its pages; as many as are listed when it is not said. */
  readonly total?: number;
}

/** A page of a list as search engines read it (schema.org/CollectionPage with an ItemList); an empty list says nothing of items. */
export function collectionPage({
  name,
  description,
  url,
  items,
  before = 0,
  total,
}: ListedPage): WithContext<CollectionPage> {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name,
    description,
    url,
    inLanguage: 'fr',
    ...(items.length === 0
      ? {}
      : {
          mainEntity: {
            '@type': 'ItemList' as const,
            numberOfItems: total ?? items.length,
            itemListElement: items.map((item, at) => ({
              '@type': 'ListItem' as const,
              position: before + at + 1,
              name: item.name,
              url: new URL(item.href, url).href,
            })),
          },
        }),
  };
}
