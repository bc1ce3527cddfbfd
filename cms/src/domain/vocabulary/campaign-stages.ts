import { defineVocabulary } from './vocabulary.ts';

export const campaignStages = defineVocabulary([
  { value: 'en préparation', label: 'En préparation', description: 'On écrit les textes ; rien ne part.' },
  {
    value: 'ouverte',
    label: 'Ouverte',
    description: 'Les lettres partent, les réponses arrivent, les rappels suivent.',
  },
  { value: 'close', label: 'Close', description: 'Plus de lettre ni de rappel ; les liens ne s’ouvrent plus.' },
]);

export type CampaignStage = (typeof campaignStages.values)[number];
