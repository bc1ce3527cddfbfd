import { defineVocabulary } from './vocabulary.ts';

/** The three statements that article 47 of law 2005-102 and RGAA 4.1 allow; without a valid audit only the first may be shown. */
export const accessibilityStates = defineVocabulary([
  {
    value: 'non conforme',
    label: 'Accessibilité : non\u00a0conforme',
    description: 'Moins de 50 % des critères, ou aucun audit en cours de validité.',
  },
  {
    value: 'partiellement conforme',
    label: 'Accessibilité : partiellement conforme',
    description: 'Au moins 50 % des critères.',
  },
  { value: 'totalement conforme', label: 'Accessibilité : totalement conforme', description: 'Tous les critères.' },
]);

export type AccessibilityState = (typeof accessibilityStates.values)[number];
