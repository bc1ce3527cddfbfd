import type { Layout } from '../layout.ts';

export const siteSettings: Layout = {
  uid: 'api::site-settings.site-settings',
  mainField: 'siteName',
  rows: [
    ['siteName', 'tagline'],
    ['territoryName', 'season'],
    ['primaryColour', 'accentColour'],
    ['logo'],
    ['operatorName', 'operatorWebsite'],
    ['operatorPhone', 'operatorEmail'],
    ['operatorAddress'],
    ['bookletTitle', 'bookletSubtitle'],
    ['bookletForeword'],
    ['bookletCover'],
  ],
  fields: {
    siteName: { label: 'Nom du site' },
    tagline: { label: 'Phrase d’accroche', help: 'Sous le nom du site, et dans les moteurs de recherche.' },
    territoryName: { label: 'Territoire' },
    operatorName: { label: 'Qui tient l’annuaire', placeholder: 'Office de tourisme …' },
    operatorAddress: { label: 'Adresse postale' },
    operatorPhone: { label: 'Téléphone' },
    operatorEmail: { label: 'Adresse électronique' },
    operatorWebsite: { label: 'Site internet', placeholder: 'https://' },
    primaryColour: {
      label: 'Couleur principale',
      help: 'Un # et six chiffres ou lettres. Le site la fonce ou l’éclaircit s’il le faut pour rester lisible.',
      placeholder: '#1d5c4d',
    },
    accentColour: {
      label: 'Couleur d’accent',
      help: 'Pour les boutons et ce qui doit ressortir.',
      placeholder: '#c2571a',
    },
    logo: { label: 'Logo', help: 'Avec son texte de remplacement : le nom de la structure.' },
    season: {
      label: 'Saison',
      help: 'Sur la couverture et dans les en-têtes de l’annuaire imprimé.',
      placeholder: '2026-2027',
    },
    bookletTitle: { label: 'Titre de l’annuaire imprimé' },
    bookletSubtitle: { label: 'Sous-titre de l’annuaire imprimé' },
    bookletForeword: {
      label: 'Avant-propos de l’annuaire imprimé',
      help: 'Le mot du président ou de la présidente. Une ligne vide sépare les paragraphes.',
    },
    bookletCover: { label: 'Image de couverture', help: 'Au moins 2 500 pixels de large pour bien s’imprimer.' },
  },
};
