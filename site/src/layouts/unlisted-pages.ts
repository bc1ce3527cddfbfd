/** Pages that only a letter leads to: the sitemap does not name them, and their heads keep search engines out. */
const UNLISTED = ['/ma-fiche/', '/retrait/', '/mes-donnees/', '/connexion/', '/espace/'];

/** @param address of a page, whole */
export const isListed = (address: string): boolean => !UNLISTED.includes(new URL(address).pathname);
