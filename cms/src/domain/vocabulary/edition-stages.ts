import { defineVocabulary } from './vocabulary.ts';

export const editionStages = defineVocabulary([
  { value: 'en préparation', label: 'En préparation', description: 'Le contenu change encore.' },
  {
    value: 'épreuve',
    label: 'Épreuve',
    description: 'Une épreuve est tirée : on la relit, on corrige, on recommence.',
  },
  {
    value: 'figée',
    label: 'Figée',
    description: 'Contenu et fichiers sont gardés tels quels ; l’imprimeur reçoit ceux-là et pas d’autres.',
  },
]);

export type EditionStage = (typeof editionStages.values)[number];
