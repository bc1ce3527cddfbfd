import { attendTo } from '../kit/attend-to.ts';

/** Strapi announces its own releases in a banner over every screen, and remembers in the browser that it was closed. */
const BANNER_KEY = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false';

/** The key ends with the identifier that Strapi's telemetry would have: none here, and none yet while the first screen loads. */
const INSTANCES = ['false', 'undefined'];

/**
 * « Bienvenue »: whoever is invited is asked for Strapi's news, with links to its terms in English. The box is hidden and not
 * removed, because React removes it itself; unticked it sends nothing.
 */
export const hideStrapiNewsletter = (): void =>
  attendTo([], (element) => {
    if (!location.pathname.includes('/auth/') || !element.matches('a[href^="https://strapi.io/"]')) return;
    // Up to what the form holds besides its other fields.
    let item: Element = element;
    while (item.parentElement && !item.parentElement.querySelector('input[type="password"], [name="email"]'))
      item = item.parentElement;
    if (item instanceof HTMLElement) item.style.display = 'none';
  });

/** Counts the announcement as read: it is no news to whoever keeps an annuaire. */
export function closeStrapiNews(storage: Pick<Storage, 'setItem'> = localStorage): void {
  for (const instance of INSTANCES) storage.setItem(`${BANNER_KEY}:${instance}`, 'true');
}
