import type { Layout } from '../layout.ts';

export const theme: Layout = {
  uid: 'api::theme.theme',
  mainField: 'name',
  sort: ['position', 'ASC'],
  columns: ['name', 'parent', 'position', 'colour'],
  rows: [['name', 'position'], ['parent', 'colour'], ['description'], ['words'], ['rnaCodes'], ['slug']],
  fields: {
    name: { label: 'Nom', placeholder: 'Sports collectifs' },
    slug: {
      label: 'Adresse de la page',
      help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
    },
    parent: { label: 'Thème parent', help: 'Un thème sans parent est un chapitre de l’annuaire imprimé.' },
    children: { label: 'Sous-thèmes' },
    position: { label: 'Rang', help: 'Sa place parmi les thèmes de même niveau : 1 vient en premier.' },
    colour: {
      label: 'Couleur',
      help: 'Un # et six chiffres ou lettres. Vide : celle du thème parent.',
      placeholder: '#1d5c4d',
    },
    description: { label: 'Description', help: 'Une phrase, en tête de la page du thème.' },
    words: {
      label: 'Mots que les gens disent',
      help: 'Un par ligne\u00a0: ce qu’un habitant tape quand il cherche ce thème, et qui ne figure pas dans son nom. Ils ne paraissent sur aucune page.',
      placeholder: 'courir',
    },
    rnaCodes: {
      label: 'Codes RNA',
      help: 'Codes à six chiffres de la nomenclature du RNA, un par ligne. Ils disent quels objets déclarés relèvent de ce thème.',
    },
    associations: { label: 'Associations' },
    events: { label: 'Événements', mainField: 'title' },
    guides: { label: 'Guides', mainField: 'title' },
    resources: { label: 'Ressources', mainField: 'title' },
    campaigns: { label: 'Campagnes qui s’y limitent', mainField: 'title' },
    editionsByChapter: { label: 'Éditions imprimées qui l’ordonnent', mainField: 'title' },
    editionsByExtract: { label: 'Éditions imprimées qui s’y limitent', mainField: 'title' },
  },
};
