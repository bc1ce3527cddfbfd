/** What each field of a resource is called, in its page and in the CMS's own form. */
import type { RecordFields } from './record-fields.ts';

export const resourceFields = {
  title: { label: 'Intitulé', limit: 200, placeholder: 'Barnum 3 × 6 m' },
  slug: {
    label: 'Adresse de la page',
    help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
  },
  kind: { label: 'Nature' },
  summary: { label: 'En bref', limit: 400, help: 'Deux ou trois phrases.' },
  description: { label: 'Description', help: 'Une ligne vide sépare les paragraphes.' },
  owner: { label: 'Association propriétaire' },
  ownerName: {
    label: 'Autre propriétaire',
    help: 'Quand ce n’est pas une association de l’annuaire.',
    placeholder: 'Communauté de communes',
  },
  quantity: { label: 'Quantité', help: 'Pour le matériel.' },
  capacity: { label: 'Nombre de personnes', help: 'Pour une salle ou une formation.' },
  conditions: { label: 'Conditions', help: 'Qui peut s’en servir, assurance, état au retour…' },
  howToGet: { label: 'Comment l’obtenir', help: 'En une phrase : à qui s’adresser, combien de temps avant.' },
  deposit: { label: 'Caution (euros)' },
  price: { label: 'Tarif', placeholder: 'Gratuit pour les associations du territoire' },
  commune: { label: 'Commune' },
  bookable: { label: 'Se réserve' },
  photos: { label: 'Photos', help: 'Le texte de remplacement de chaque photo est obligatoire pour publier.' },
  attachments: { label: 'Documents à télécharger', help: 'Convention de prêt, règlement, mode d’emploi…' },
  themes: { label: 'Thèmes' },
  internalNote: { label: 'Note interne', help: 'Pour l’équipe seulement : elle ne paraît nulle part.' },
  actions: { label: 'Actions liées', mainField: 'title' },
} as const satisfies RecordFields;
