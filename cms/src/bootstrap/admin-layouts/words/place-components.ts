import type { Layout } from '../layout.ts';

export const address: Layout = {
  uid: 'place.address',
  mainField: 'street',
  rows: [['street'], ['complement'], ['postalCode', 'city'], ['public'], ['latitude', 'longitude']],
  fields: {
    street: {
      label: 'Rue et numéro',
      help: 'Le siège est parfois chez un particulier : l’adresse ne paraît que si vous le dites plus bas.',
    },
    complement: { label: 'Complément', placeholder: 'Bâtiment B, chez …' },
    postalCode: { label: 'Code postal' },
    city: { label: 'Ville' },
    latitude: { label: 'Latitude', help: 'En degrés ; facultatif.' },
    longitude: { label: 'Longitude' },
    public: {
      label: 'Peut paraître',
      help: 'Oui seulement si ce n’est pas le domicile de quelqu’un, ou avec son accord.',
    },
  },
};

export const accessibility: Layout = {
  uid: 'place.accessibility',
  mainField: 'note',
  rows: [['mobility', 'hearing', 'sight'], ['intellectual', 'psychological'], ['note']],
  fields: {
    mobility: { label: 'Handicap moteur' },
    hearing: { label: 'Handicap auditif' },
    sight: { label: 'Handicap visuel' },
    intellectual: { label: 'Handicap intellectuel' },
    psychological: { label: 'Handicap psychique' },
    note: { label: 'Concrètement', help: 'Ce qui compte : largeur de porte, boucle magnétique, créneau calme…' },
  },
};
