/**
 * Strapi’s lists remember the last filters and the last sort of each type, in the browser, and put them back without a word:
 * an editor who looks at « Associations » the next morning misses three hundred of them. A filter holds as long as its list is
 * open, and in its address; whatever is to be kept is saved as a list with a name.
 */
import { useLayoutEffect } from 'react';

/** `STRAPI_LIST_VIEW_SETTINGS:<type>:<account>` (`usePersistentQueryParams` of the content manager). */
const KEY = 'STRAPI_LIST_VIEW_SETTINGS:';

/** What decides which records are seen, and in which order; how many a page has is a taste. */
const FORGOTTEN = ['filters', 'sort'];

type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem'>;

/** Takes the filters and sorts out of what lists remember. */
export function forgetFilters(store: Store): void {
  const keys = Array.from({ length: store.length }, (_, rank) => store.key(rank)).filter((key) => key?.startsWith(KEY));
  for (const key of keys) {
    if (key === null || key === undefined) continue;
    const kept = withoutFilters(store.getItem(key));
    if (kept !== null) store.setItem(key, kept);
  }
}

/** Null when there is nothing to take out. */
function withoutFilters(text: string | null): string | null {
  let remembered: unknown;
  try {
    remembered = JSON.parse(text ?? 'null');
  } catch {
    return '{}'; // Strapi takes no heed of it either
  }
  if (typeof remembered !== 'object' || remembered === null) return null;
  const entries = Object.entries(remembered);
  const kept = entries.filter(([name]) => !FORGOTTEN.includes(name));
  return kept.length === entries.length ? null : JSON.stringify(Object.fromEntries(kept));
}

/** Forgets them whenever a page opens: a layout effect runs before the list reads what it remembers, in an effect. */
export function useForgottenFilters(pathname: string): void {
  useLayoutEffect(() => {
    forgetFilters(window.localStorage);
  }, [pathname]);
}
