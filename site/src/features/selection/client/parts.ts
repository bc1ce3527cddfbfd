/** What the parts of the page share: the words, the places, and an entry that was read. */
import type { Kept } from '../../../components/keep/kept.ts';
import type { Words } from '../../../i18n/words.ts';
import type { Keepable } from '../../../view/selection/kept-page.ts';
import { ids } from '../ids.ts';

export const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page of the selection has no #${id}`);
  return found;
};
export const words = JSON.parse(element(ids.config).textContent) as Words['selection']['live'];
export const quiet = { class: 'button button--quiet' };

export interface Entry {
  readonly path: string;
  readonly page: Keepable;
  readonly kept: readonly Kept[];
}
