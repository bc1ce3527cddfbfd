/** What a device may keep of the site: pages for everybody, never one that a letter leads to. */
import { SERVICE_PAGES } from '@trame/cms/domain/secret-address';
import { BUNDLE, NAMED_BY_CONTENT, PACK_FILE, PACK_LIST_FILE } from '../../view/search-bundle.ts';

export const PAGES_CACHE = 'trame-pages-1';
export const OFFLINE_PAGE = '/hors-ligne/';
/** Files that make the whole directory, written beside the search index. */
export const PACK_LIST = `/${BUNDLE}/${PACK_LIST_FILE}`;
/** Every page as the results show it, in the order of the facts. */
export const PACK = `/${BUNDLE}/${PACK_FILE}`;

/** Pages where somebody writes or reads what is theirs, and those that stand in frames of other sites. */
const NEVER: readonly string[] = [...SERVICE_PAGES, 'prevenez-moi', 'integrer', 'trame', 'api', 'donnees'];

/** @param path of a page, with its slashes */
export const isKeepable = (path: string): boolean => /\/$/.test(path) && !NEVER.includes(path.split('/')[1] ?? '');

/** Parts of a script that are large and that few ask for: they are kept once they were used, and not before. */
export const ON_DEMAND = /\/(?:map-view|map-archive|map|maplibre-gl)\b[\w.-]*$/;

export const KEPT_FILES = {
  /** Their name changes with their content. */
  byContent: NAMED_BY_CONTENT,
  changing: /^\/(?:pagefind\/|favicon)/,
} as const;
