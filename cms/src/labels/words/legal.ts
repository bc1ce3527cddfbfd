import type { Layout } from '../layout.ts';

export const legal: Layout = {
  uid: 'api::legal.legal',
  mainField: 'publisherName',
  rows: [
    ['publisherName', 'publicationDirector'],
    ['publisherAddress'],
    ['publisherPhone', 'publisherEmail', 'publisherSiret'],
    ['hostName', 'hostPhone'],
    ['hostAddress'],
    ['credits'],
    ['dataController', 'dataProtectionContact'],
    ['privacy'],
    ['accessibilityState', 'accessibilityContact'],
    ['accessibilityAuditOn', 'accessibilityRate', 'accessibilityAuditor'],
    ['accessibilityIssues'],
  ],
  fields: {
    publisherName: {
      label: 'Éditeur du site',
      help: 'La personne morale responsable du site (loi pour la confiance dans l’économie numérique, article 1-1).',
    },
    publisherAddress: { label: 'Adresse de l’éditeur' },
    publisherPhone: { label: 'Téléphone de l’éditeur' },
    publisherEmail: { label: 'Adresse électronique de l’éditeur' },
    publisherSiret: { label: 'SIRET de l’éditeur' },
    publicationDirector: {
      label: 'Directeur ou directrice de la publication',
      help: 'Une personne : souvent le président ou la présidente.',
    },
    hostName: { label: 'Hébergeur' },
    hostAddress: { label: 'Adresse de l’hébergeur' },
    hostPhone: { label: 'Téléphone de l’hébergeur' },
    credits: { label: 'Crédits', help: 'Photos, textes, données : un par ligne.' },
    dataController: { label: 'Responsable des données personnelles' },
    dataProtectionContact: {
      label: 'Contact pour exercer ses droits',
      help: 'Le délégué à la protection des données s’il y en a un.',
    },
    privacy: { label: 'Politique de confidentialité' },
    accessibilityState: {
      label: 'État de l’accessibilité',
      help: 'Sans audit en cours de validité, la loi ne permet que « non conforme ».',
    },
    accessibilityAuditOn: { label: 'Audit du' },
    accessibilityRate: { label: 'Critères respectés (%)' },
    accessibilityAuditor: { label: 'Audit réalisé par' },
    accessibilityIssues: { label: 'Contenus non accessibles', help: 'Un par ligne.' },
    accessibilityContact: {
      label: 'Contact pour signaler une difficulté',
      help: 'Adresse électronique, téléphone ou page de contact.',
    },
  },
};
