import { SECRET_PAGES } from '@trame/cms/domain/secret-address';
import { embedPaths } from '../view/embed/paths.ts';

/**
 * Pages that only a letter leads to, and those that are shown in frames of other sites: the sitemap does not name them, and their
 * heads keep search engines out.
 */
const UNLISTED = [...SECRET_PAGES, 'espace', 'hors-ligne'].map((page) => `/${page}/`);

/** @param address of a page, whole */
export function isListed(address: string): boolean {
  const { pathname } = new URL(address);
  return !UNLISTED.includes(pathname) && !pathname.startsWith(embedPaths.frame(null));
}
