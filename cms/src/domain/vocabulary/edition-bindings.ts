import { defineVocabulary } from './vocabulary.ts';

/** How the sheets hold together. It decides the files: one self-cover file, or an interior and a cover with its spine. */
export const editionBindings = defineVocabulary([
  {
    value: 'agrafé',
    label: 'Agrafé (piqûre à cheval)',
    description: 'Deux agrafes dans le pli, de 8 à 48 pages. Un seul fichier, couverture comprise.',
  },
  {
    value: 'dos carré collé',
    label: 'Dos carré collé',
    description: 'À partir d’une cinquantaine de pages. Deux fichiers : l’intérieur, et la couverture avec son dos.',
  },
]);

export type EditionBinding = (typeof editionBindings.values)[number];
