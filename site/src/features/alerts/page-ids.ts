/** What the page of the form hands to its script, and ids that both agree on. */
import type { Words } from '../../i18n/words.ts';
import type { NamedValues } from '../search/labels.ts';

export interface AlertFormConfig {
  readonly words: Words['search'];
  readonly named: NamedValues;
}

export const ids = {
  config: 'alerte-config',
  search: 'alerte-recherche',
  words: 'alerte-mots',
  chosen: 'alerte-choisie',
  change: 'alerte-modifier',
  typed: 'alerte-texte',
  typedField: 'alerte-champ',
} as const;
