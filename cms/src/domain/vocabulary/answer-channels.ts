import { defineVocabulary } from './vocabulary.ts';

/** The way by which an association answered: kept with each answer, so that the office knows what works. */
export const answerChannels = defineVocabulary([
  { value: 'lien', label: 'Par son lien' },
  { value: 'espace', label: 'Depuis son espace' },
  { value: 'téléphone', label: 'Par téléphone' },
  { value: 'courrier', label: 'Par courrier' },
  { value: 'formulaire public', label: 'Par le formulaire public' },
]);

export type AnswerChannel = (typeof answerChannels.values)[number];
