import type { Layout } from '../layout.ts';

export const audience: Layout = {
  uid: 'api::audience.audience',
  mainField: 'name',
  sort: ['position', 'ASC'],
  columns: ['name', 'ageMin', 'ageMax', 'position'],
  rows: [['name', 'position'], ['ageMin', 'ageMax'], ['slug']],
  fields: {
    name: { label: 'Nom', placeholder: 'Enfants' },
    slug: { label: 'Adresse', help: 'Sert aux liens de recherche. La changer casse les liens déjà partagés.' },
    position: { label: 'Rang', help: '1 vient en premier.' },
    ageMin: { label: 'Âge, à partir de', help: 'En années, compris.' },
    ageMax: { label: 'Âge, jusqu’à', help: 'En années, compris. Vide : sans limite.' },
    associations: { label: 'Associations' },
  },
};
