/** Addresses inside the admin that more than one page leads to, and the Strapi types behind them. */

import type { RecordPageName } from '../../domain/contract/desk/record.ts';

export const ASSOCIATION_UID = 'api::association.association';
export const EVENT_UID = 'api::event.event';
export const GUIDE_UID = 'api::guide.guide';
export const RESOURCE_UID = 'api::resource.resource';
export const CAMPAIGN_UID = 'api::campaign.campaign';
export const EDITION_UID = 'api::edition.edition';

const collection = (uid: string): string => `/content-manager/collection-types/${uid}`;

/** The list of a type, which is Strapi’s. */
export const listPath = collection;

/** The types whose records have a page of our own in place of Strapi’s form. */
const OWN_PAGES: Readonly<Partial<Record<string, RecordPageName>>> = {
  [ASSOCIATION_UID]: 'associations',
  [EVENT_UID]: 'events',
  [GUIDE_UID]: 'guides',
  [RESOURCE_UID]: 'resources',
};

/** The form of a type with one record, such as the home page of the site. */
const singlePath = (uid: string): string => `/content-manager/single-types/${uid}`;

/** In place of a record's id, in Strapi's addresses and ours: a new one. */
export const NEW = 'create';

/** The page of ours of a record, or of a new one (`NEW`). */
export const pagePath = (page: RecordPageName, documentId: string): string => `/trame/${page}/${documentId}`;

/** Types of which there is one record: it has no id in its address. */
const SINGLE_TYPES = ['api::home.home', 'api::legal.legal', 'api::site-settings.site-settings'];

/** The form of a record: a page of our own, or that of Strapi’s content manager. */
export function recordPath(uid: string, documentId: string): string {
  const page = OWN_PAGES[uid];
  if (SINGLE_TYPES.includes(uid)) return singlePath(uid);
  return page === undefined ? `${collection(uid)}/${documentId}` : pagePath(page, documentId);
}

/** From the form of Strapi to the page of ours, for each type that has one: « list › row » leads there too. */
export const ownPages = Object.entries(OWN_PAGES).flatMap(([uid, page]) =>
  page === undefined ? [] : [{ uid, page, form: collection(uid).slice(1) }],
);

/** The form of an association. */
export const associationPath = (documentId: string): string => recordPath(ASSOCIATION_UID, documentId);

/** « Réponses » */
export const deskPaths = {
  queue: '/trame/desk',
  /** @param search the filters of the list that it was opened from, with their question mark */
  answer: (id: string, search = '') => `/trame/desk/${id}${search}`,
} as const;

/** « Campagne »: its pages, and its settings in the content manager. */
export const boardPaths = {
  current: '/trame/board',
  board: (id: string) => `/trame/board/${id}`,
  phone: (id: string, request: string) => `/trame/board/${id}/requests/${request}`,
  settings: (id: string) => recordPath(CAMPAIGN_UID, id),
  create: `${collection(CAMPAIGN_UID)}/create`,
  list: '/trame/board/campaigns',
} as const;

/** « Réglages du site » */
export const SITE_SETTINGS_PATH = singlePath('api::site-settings.site-settings');

/** « Fiches sans nouvelles », and the settings that hold its rules. */
export const staleEntriesPaths = {
  page: '/trame/board/silent-entries',
  rules: SITE_SETTINGS_PATH,
} as const;

/** Its name, on the page itself and on the links to it. */
export const STALE_ENTRIES_TITLE = 'Fiches sans nouvelles';

/** « Éditions papier »: the list, the page of an edition, and its settings in the content manager. */
export const editionPaths = {
  list: '/trame/editions',
  page: (documentId: string) => `/trame/editions/${documentId}`,
  settings: (documentId: string) => recordPath(EDITION_UID, documentId),
  create: `${collection(EDITION_UID)}/create`,
} as const;

const withLine = (line: string | undefined): string => (line === undefined ? '' : `&ligne=${encodeURIComponent(line)}`);

/** « Journal »: of everything, of one association, or of one record; with a line, what it may put back is asked at once. */
export const journalPaths = {
  all: '/trame/journal',
  of: (association: string, line?: string) =>
    `/trame/journal?association=${encodeURIComponent(association)}${withLine(line)}`,
  ofRecord: (record: string, line?: string) => `/trame/journal?record=${encodeURIComponent(record)}${withLine(line)}`,
} as const;

/** « Importer » */
export const importPaths = {
  list: '/trame/imports',
  page: (id: string) => `/trame/imports/${id}`,
} as const;

/** « Doublons »: the list, and two records side by side. */
export const duplicatePaths = {
  list: '/trame/doublons',
  pair: (uid: string, first: string, second: string) =>
    `/trame/doublons/comparer?${new URLSearchParams({ type: uid, une: first, autre: second }).toString()}`,
} as const;

/** « Ce que les gens cherchent » */
export const unansweredPath = '/trame/recherches';

/** « Remise en place » */
export const restorePath = '/trame/remise-en-place';

/** « Tâches » */
export const jobsPath = '/trame/jobs';

/** « Listes »: all of them, one of them, or whatever its criteria ask for. */
export const listPaths = {
  page: '/trame/listes',
  list: (id: string) => `/trame/listes?liste=${encodeURIComponent(id)}`,
  question: (question: string) => `/trame/listes?recherche=${encodeURIComponent(question)}`,
} as const;

/** The list of all records of a type. */
export const typePath = (uid: string): string => collection(uid);

/** An empty form. */
export const newRecordPath = (uid: string): string => `${collection(uid)}/create`;
