/** What the page of the form hands to its script, and ids that both agree on. */
import type { AskedWords } from '../search/client/sentences.ts';
import type { LabelWords, NamedValues } from '../search/labels.ts';

export interface AlertFormConfig {
  readonly words: LabelWords & { readonly live: AskedWords };
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
