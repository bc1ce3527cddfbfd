import type { StrapiApp } from '@strapi/strapi/admin';
import { FindingFrame } from './finding-frame.tsx';

/**
 * Puts the search around every page of a signed-in editor: as a route without a path, which holds all others. To be called once
 * all routes are there.
 */
export function arrangeFinding(app: Pick<StrapiApp, 'router'>): void {
  app.router.addRoute((routes) => [{ element: <FindingFrame />, children: routes }]);
  hideSearchOfTypes();
}

/**
 * The content manager has a box that searches the names of its seventeen types, beside them: it looks like the search and finds
 * nothing. Those of its lists stay, since they find what this one finds (`bootstrap/admin/list-search.ts`).
 */
const RULE = 'nav > div:has(input[name="search_contentType"]) { display: none !important; }';

function hideSearchOfTypes(): void {
  const style = document.createElement('style');
  style.textContent = RULE;
  document.head.append(style);
}
