import { defineVocabulary } from './vocabulary.ts';

/** What the press file declares to be (ISO 15930-7 and ISO 15930-4). */
export const pdfStandards = defineVocabulary([
  { value: 'PDF/X-4', label: 'PDF/X-4', description: 'Ce que demandent aujourd’hui la plupart des imprimeurs.' },
  {
    value: 'PDF/X-1a:2003',
    label: 'PDF/X-1a:2003',
    description: 'Pour un imprimeur dont les machines sont plus anciennes.',
  },
]);

export type PdfStandard = (typeof pdfStandards.values)[number];
