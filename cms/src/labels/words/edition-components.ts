import type { Layout } from '../layout.ts';

export const advertisement: Layout = {
  uid: 'edition.advertisement',
  mainField: 'advertiser',
  rows: [['advertiser', 'size'], ['image']],
  fields: {
    advertiser: { label: 'Annonceur' },
    size: { label: 'Place' },
    image: {
      label: 'Image',
      help: 'Telle que l’annonceur l’a fournie, avec son texte de remplacement. Au moins 1 500 pixels de large pour une demi-page en A5.',
    },
  },
};

export const partnerLogo: Layout = {
  uid: 'edition.partner-logo',
  mainField: 'name',
  rows: [['name', 'logo']],
  fields: {
    name: { label: 'Partenaire' },
    logo: { label: 'Logo', help: 'Avec son texte de remplacement.' },
  },
};

export const usefulNumber: Layout = {
  uid: 'edition.useful-number',
  mainField: 'name',
  rows: [['name', 'number'], ['note']],
  fields: {
    name: { label: 'Qui', placeholder: 'Pharmacie de garde' },
    number: { label: 'Numéro', help: 'Imprimé comme vous l’écrivez.', placeholder: '3237' },
    note: { label: 'Précision', placeholder: 'Jour et nuit' },
  },
};

export const paper: Layout = {
  uid: 'edition.paper',
  mainField: 'name',
  rows: [['name', 'grammage', 'bulk']],
  fields: {
    name: { label: 'Papier', placeholder: 'couché mat' },
    grammage: { label: 'Grammage (g/m²)', help: 'Vide : 115 à l’intérieur, 250 en couverture.', placeholder: '115' },
    bulk: {
      label: 'Main (cm³/g)',
      help: 'Sert à calculer l’épaisseur du dos : 0,9 pour un couché, 1,2 pour un offset. L’imprimeur la connaît.',
      placeholder: '0,9',
    },
  },
};
