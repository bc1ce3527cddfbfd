import { defineVocabulary } from './vocabulary.ts';

/** A list as a file, each said what it is for. */
export const listFormats = defineVocabulary([
  {
    value: 'xlsx',
    label: 'Classeur Excel',
    description: 'À lire, trier et filtrer dans Excel ou LibreOffice\u00a0: vraies dates, colonnes à la bonne largeur.',
  },
  {
    value: 'csv',
    label: 'CSV pour Excel',
    description:
      'S’ouvre d’un double-clic dans un tableur en français. Ce qui ressemble à une formule y est précédé d’une apostrophe.',
  },
  {
    value: 'csv-machines',
    label: 'CSV pour un logiciel',
    description:
      'À importer dans un autre programme, sans aucun signe ajouté. Ne l’ouvrez pas d’un double-clic\u00a0: un tableur exécuterait ce qui ressemble à une formule.',
  },
]);
export type ListFormat = (typeof listFormats.values)[number];
