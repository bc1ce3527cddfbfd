import { easyText } from '../../domain/records/easy-text.ts';
import type { Layout } from '../layout.ts';

export const home: Layout = {
  uid: 'api::home.home',
  mainField: 'title',
  rows: [
    ['title'],
    ['introduction'],
    ['easyText'],
    ['image'],
    ['questions'],
    ['highlightedAssociations', 'highlightedGuides'],
  ],
  fields: {
    title: { label: 'Titre' },
    introduction: { label: 'Introduction', help: 'Deux ou trois phrases qui disent ce qu’on trouve ici.' },
    easyText,
    image: { label: 'Image', help: 'Son texte de remplacement est obligatoire pour publier.' },
    questions: { label: 'Questions fréquentes' },
    highlightedAssociations: { label: 'Associations mises en avant', help: 'Glissez pour changer l’ordre.' },
    highlightedGuides: { label: 'Guides mis en avant', help: 'Glissez pour changer l’ordre.', mainField: 'title' },
  },
};
