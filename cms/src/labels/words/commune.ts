import type { Layout } from '../layout.ts';

export const commune: Layout = {
  uid: 'api::commune.commune',
  mainField: 'name',
  sort: ['name', 'ASC'],
  columns: ['name', 'inseeCode', 'postalCodes', 'population'],
  rows: [
    ['name', 'population'],
    ['inseeCode', 'postalCodes'],
    ['otherNames'],
    ['website'],
    ['description'],
    ['latitude', 'longitude'],
    ['slug'],
  ],
  fields: {
    name: { label: 'Nom' },
    slug: {
      label: 'Adresse de la page',
      help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
    },
    inseeCode: {
      label: 'Code INSEE',
      help: 'Cinq caractères. Ce n’est pas le code postal, que plusieurs communes partagent.',
      placeholder: '33114',
    },
    postalCodes: {
      label: 'Codes postaux',
      help: 'Séparés par une virgule s’il y en a plusieurs.',
      placeholder: '33620',
    },
    otherNames: {
      label: 'Autres noms',
      help: 'Un par ligne\u00a0: anciennes communes, hameaux, lieux-dits que les habitants nomment. La recherche et les imports les reconnaissent.',
      placeholder: 'La Font',
    },
    population: { label: 'Habitants' },
    latitude: { label: 'Latitude', help: 'Le centre de la commune, en degrés.', placeholder: '45,10' },
    longitude: { label: 'Longitude', placeholder: '-0,39' },
    description: { label: 'Présentation', help: 'En tête de la page de la commune.' },
    website: { label: 'Page de la mairie pour les associations', placeholder: 'https://' },
    seatedAssociations: { label: 'Associations dont c’est le siège' },
    activeAssociations: { label: 'Associations actives ici' },
    venues: { label: 'Lieux' },
    resources: { label: 'Ressources', mainField: 'title' },
    campaigns: { label: 'Campagnes qui s’y limitent', mainField: 'title' },
    editions: { label: 'Éditions imprimées qui s’y limitent', mainField: 'title' },
  },
};
