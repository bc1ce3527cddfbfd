/** The gestures of this page alone; elements are made in `components/make-element.ts`. */

/** An element that the page must hold: `search-page.astro` and this script are one feature. @throws {Error} when it is not there */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The search page has no #${id}`);
  return element;
}
