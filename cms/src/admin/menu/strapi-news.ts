/** Strapi announces its own releases in a banner over every screen, and remembers in the browser that it was closed. */
const BANNER_KEY = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false';

/** The key ends with the identifier that Strapi's telemetry would have: none here, and none yet while the first screen loads. */
const INSTANCES = ['false', 'undefined'];

/** Counts the announcement as read: it is no news to whoever keeps an annuaire. */
export function closeStrapiNews(storage: Pick<Storage, 'setItem'> = localStorage): void {
  for (const instance of INSTANCES) storage.setItem(`${BANNER_KEY}:${instance}`, 'true');
}
