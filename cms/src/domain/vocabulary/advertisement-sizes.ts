import { defineVocabulary } from './vocabulary.ts';

/** Room that an advertisement takes on a page of the booklet, whatever the format. */
export const advertisementSizes = defineVocabulary([
  { value: 'page entière', label: 'Page entière' },
  { value: 'demi-page', label: 'Demi-page' },
  { value: 'quart de page', label: 'Quart de page' },
]);

export type AdvertisementSize = (typeof advertisementSizes.values)[number];
