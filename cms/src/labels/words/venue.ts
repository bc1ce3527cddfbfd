import type { Layout } from '../layout.ts';

export const venue: Layout = {
  uid: 'api::venue.venue',
  mainField: 'name',
  sort: ['name', 'ASC'],
  columns: ['name', 'commune', 'street', 'postalCode'],
  rows: [
    ['name'],
    ['street'],
    ['postalCode', 'commune', 'city'],
    ['accessibility'],
    ['latitude', 'longitude'],
    ['slug'],
  ],
  fields: {
    name: { label: 'Nom', placeholder: 'Salle des fêtes de Cézac' },
    slug: { label: 'Adresse abrégée', help: 'Sert d’identifiant sur le site.' },
    street: { label: 'Rue et numéro' },
    postalCode: { label: 'Code postal' },
    city: { label: 'Ville', help: 'Seulement pour un lieu hors du territoire.' },
    commune: { label: 'Commune' },
    latitude: { label: 'Latitude', help: 'En degrés ; pour le plan et les distances.' },
    longitude: { label: 'Longitude' },
    accessibility: { label: 'Accessibilité' },
    events: { label: 'Événements', mainField: 'title' },
  },
};
