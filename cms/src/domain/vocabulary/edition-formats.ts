import { defineVocabulary } from './vocabulary.ts';

/** The finished page. Sizes in millimetres stand beside, in `pageSizes`: a vocabulary holds words only. */
export const editionFormats = defineVocabulary([
  { value: 'A5', label: 'A5 (148 × 210 mm)', description: 'Tient dans un sac ; le format habituel d’un annuaire.' },
  { value: 'A4', label: 'A4 (210 × 297 mm)', description: 'Moins de pages, plus grandes.' },
  { value: 'carré', label: 'Carré (148 × 148 mm)', description: 'Un petit livret carré.' },
]);

export type EditionFormat = (typeof editionFormats.values)[number];

/** Width and height of the trimmed page, in millimetres (ISO 216 for A4 and A5). */
export const pageSizes: Readonly<Record<EditionFormat, { readonly width: number; readonly height: number }>> = {
  A5: { width: 148, height: 210 },
  A4: { width: 210, height: 297 },
  carré: { width: 148, height: 148 },
};
