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
    ['truthFlagAfter', 'truthOffPaperAfter'],
    ['truthOfflineAfter', 'truthNoticeDays'],
    ['truthMostPercent', 'keepAnswersDays'],
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
    truthFlagAfter: {
      label: '« À confirmer » après',
      help: 'Nombre d’éditions sans confirmation avant que le site le dise. 0 : jamais.',
    },
    truthOffPaperAfter: {
      label: 'Plus imprimée après',
      help: 'Nombre d’éditions sans confirmation. 0 : jamais.',
    },
    truthOfflineAfter: {
      label: 'Retirée du site après',
      help: 'Nombre d’éditions sans confirmation. L’association est d’abord prévenue par lettre. 0 : jamais.',
    },
    truthNoticeDays: { label: 'Délai après cette lettre, en jours' },
    truthMostPercent: {
      label: 'Part retirée en un jour, au plus (%)',
      help: 'Au-delà, rien ne se passe avant votre accord.',
    },
    keepAnswersDays: {
      label: 'Réponses effacées après, en jours',
      help: 'Ce que disent les réponses décidées ou abandonnées, et qui les a envoyées. Le journal garde ce qui a été publié.',
    },
    bookletCover: { label: 'Image de couverture', help: 'Au moins 2 500 pixels de large pour bien s’imprimer.' },
  },
};
