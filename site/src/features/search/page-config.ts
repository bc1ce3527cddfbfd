/** What the search page hands to its script, as JSON in the page: nothing else of the build reaches the browser. */
import type { Words } from '../../i18n/words.ts';
import type { Background } from './map/background.ts';

export interface PageConfig {
  /** What stands over a printed answer. */
  readonly siteName: string;
  readonly words: Words['search']['live'];
  /** Where the words are told that nothing answered; null where the territory did not choose to count them. */
  readonly unanswered: string | null;
  /** What the territory puts under the places of its map; null for its communes by name alone. */
  readonly background: Background | null;
}

/** Results that are shown first, and with each press more. */
export const AT_A_TIME = 10;

/** Ids that the page and its script agree on. */
export const ids = {
  config: 'recherche-config',
  form: 'recherche-formulaire',
  filters: 'recherche-criteres',
  filtersToggle: 'recherche-criteres-titre',
  filtersDone: 'recherche-criteres-vus',
  summary: 'recherche-bilan',
  live: 'recherche-annonce',
  paper: 'recherche-papier',
  wait: 'recherche-attente',
  chips: 'recherche-choix',
  neighbours: 'recherche-voisines',
  examples: 'recherche-exemples',
  notes: 'recherche-notes',
  results: 'recherche-resultats',
  more: 'recherche-suite',
  alert: 'recherche-alerte',
  near: 'recherche-a-peu-pres',
  help: 'recherche-aide',
  nearMe: 'recherche-pres-de-moi',
  nearMeNote: 'recherche-pres-de-moi-note',
  views: 'recherche-affichage',
  asList: 'recherche-en-liste',
  asMap: 'recherche-en-carte',
  map: 'recherche-carte',
  mapCanvas: 'recherche-carte-dessin',
  mapCard: 'recherche-carte-fiches',
  mapNote: 'recherche-carte-note',
  mapCredit: 'recherche-carte-source',
} as const;
