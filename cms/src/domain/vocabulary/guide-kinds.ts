import { defineVocabulary } from './vocabulary.ts';

export const guideKinds = defineVocabulary([
  {
    value: 'guide pratique',
    label: 'Guide pratique',
    description: 'Une réponse à une question que les associations posent.',
  },
  { value: 'expérience', label: 'Expérience', description: 'Ce qui a été fait ailleurs, daté et situé.' },
  { value: 'actualité', label: 'Actualité' },
]);

export type GuideKind = (typeof guideKinds.values)[number];
