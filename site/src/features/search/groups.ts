/** Hits as a visitor reads them: an association stands once, with its activities that answer under it. */
import type { Hit } from './engine.ts';

export interface Result {
  /** Path of the page. */
  readonly url: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Activities that answer; none when the page itself does. */
  readonly activities: readonly Hit[];
}

const pathOf = (url: string): string => url.replace(/#.*$/, '');
const isActivity = (url: string): boolean => /#activite-\d+$/.test(url);

/**
 * Groups hits in the order in which their page first comes.
 * @param before results already shown, to which later hits of the same page are added
 */
export function groupHits(hits: readonly Hit[], before: readonly Result[] = []): Result[] {
  const results = new Map(before.map((result) => [result.url, result]));
  for (const hit of hits) {
    const url = pathOf(hit.url);
    const known = results.get(url);
    if (known) {
      if (isActivity(hit.url)) results.set(url, { ...known, activities: [...known.activities, hit] });
    } else if (isActivity(hit.url)) {
      results.set(url, {
        url,
        title: hit.meta['association'] ?? '',
        meta: { genre: 'Association' },
        activities: [hit],
      });
    } else {
      results.set(url, { url, title: hit.meta['title'] ?? '', meta: hit.meta, activities: [] });
    }
  }
  return [...results.values()];
}
