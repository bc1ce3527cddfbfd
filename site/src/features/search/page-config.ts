/** What the search page hands to its script, as JSON in the page: nothing else of the build reaches the browser. */
import type { Words } from '../../i18n/words.ts';
import type { Grain } from './shelves.ts';

export interface PageConfig {
  readonly grain: Grain;
  /** Every age range of the index. */
  readonly ranges: readonly string[];
  /** Near communes of each commune, by slug. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
  readonly words: Words['search']['live'];
}

/** Ids that the page and its script agree on. */
export const ids = {
  config: 'recherche-config',
  form: 'recherche-formulaire',
  filters: 'recherche-criteres',
  summary: 'recherche-bilan',
  live: 'recherche-annonce',
  chips: 'recherche-choix',
  neighbours: 'recherche-voisines',
  results: 'recherche-resultats',
  more: 'recherche-suite',
  help: 'recherche-aide',
  understood: 'recherche-compris',
} as const;
