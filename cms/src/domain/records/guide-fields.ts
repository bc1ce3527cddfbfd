/** What each field of a guide is called, in its page and in the CMS's own form. */
import { easyText } from './easy-text.ts';
import type { RecordFields } from './record-fields.ts';

export const guideFields = {
  title: { label: 'Titre', limit: 200 },
  slug: {
    label: 'Adresse de la page',
    help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
  },
  kind: {
    label: 'Nature',
    help: '« guide pratique » répond à une question ; « expérience » raconte ce qui a été fait ; « actualité » est datée.',
  },
  date: { label: 'Date', help: 'Celle des faits, ou de la publication.' },
  updatedOn: { label: 'Mis à jour le', help: 'À changer quand le fond a été revu.' },
  place: { label: 'Lieu', placeholder: 'Cavignac' },
  summary: { label: 'En bref', limit: 600, help: 'Le texte des listes.' },
  body: {
    label: 'Texte',
    help: 'Servez-vous des titres 2 à 4 : le titre 1 est celui de la page. Un lien dit où il mène, jamais « cliquez ici ».',
  },
  easyText,
  image: { label: 'Image', help: 'Son texte de remplacement est obligatoire pour publier.' },
  attachments: {
    label: 'Documents à télécharger',
    help: 'Donnez au fichier un nom clair : c’est lui que les lecteurs voient.',
  },
  source: { label: 'Source' },
  themes: { label: 'Thèmes' },
  associations: { label: 'Associations concernées' },
  guides: { label: 'Guides à lire aussi', mainField: 'title' },
  citedBy: { label: 'Guides qui renvoient à celui-ci', mainField: 'title' },
  actions: { label: 'Actions liées', mainField: 'title' },
  editions: { label: 'Éditions imprimées où il paraît', mainField: 'title' },
  highlightedOn: { label: 'Mis en avant à l’accueil', mainField: 'title' },
} as const satisfies RecordFields;
