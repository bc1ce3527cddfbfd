/** What the search page hands to its script, as JSON in the page: nothing else of the build reaches the browser. */
import type { Words } from '../../i18n/words.ts';

export interface PageConfig {
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
  examples: 'recherche-exemples',
  notes: 'recherche-notes',
  results: 'recherche-resultats',
  more: 'recherche-suite',
  near: 'recherche-a-peu-pres',
  help: 'recherche-aide',
} as const;
