/** What each field of an event is called, in its page and in the CMS's own form. */
import type { RecordFields } from './record-fields.ts';

export const eventFields = {
  title: { label: 'Titre', limit: 200, placeholder: 'Forum des associations' },
  slug: {
    label: 'Adresse de la page',
    help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
  },
  kind: { label: 'Nature' },
  state: {
    label: 'État',
    help: 'De tout l’événement\u00a0; si une seule de ses dates change, dites-le sur cette date. Un événement annulé reste en ligne avec la mention «\u00a0annulé\u00a0»\u00a0: ne le retirez pas du site, on le chercherait en vain.',
  },
  summary: { label: 'En bref', limit: 400, help: 'Deux ou trois phrases.' },
  description: { label: 'Description', help: 'Une ligne vide sépare les paragraphes.' },
  timings: { label: 'Dates et heures' },
  period: {
    label: 'Période, si la date n’est pas fixée',
    help: 'Ne sert que s’il n’y a aucune date au-dessus.',
    placeholder: 'Printemps 2027, date à définir',
  },
  venue: { label: 'Lieu', help: 'Un lieu de la liste « Lieux », avec son adresse.' },
  place: {
    label: 'Précision sur le lieu',
    help: 'Ou le lieu lui-même s’il n’est pas dans la liste.',
    placeholder: 'Parking de la salle',
  },
  onlineUrl: { label: 'Lien pour suivre en ligne', placeholder: 'https://' },
  organisers: { label: 'Associations organisatrices' },
  organiserName: {
    label: 'Autre organisateur',
    help: 'Quand ce n’est pas une association de l’annuaire.',
    placeholder: 'Office de tourisme',
  },
  participants: { label: 'Associations participantes' },
  themes: { label: 'Thèmes' },
  registration: { label: 'Inscription' },
  price: { label: 'Tarif', placeholder: '5 €, gratuit pour les moins de 12 ans' },
  free: { label: 'Gratuit' },
  accessibility: { label: 'Accessibilité, si elle diffère de celle du lieu' },
  image: { label: 'Image', help: 'Son texte de remplacement est obligatoire pour publier.' },
  externalIds: { label: 'Identifiants ailleurs' },
  internalNote: { label: 'Note interne', help: 'Pour l’équipe seulement : elle ne paraît nulle part.' },
  actions: { label: 'Actions liées', mainField: 'title' },
  editions: { label: 'Éditions imprimées où il paraît', mainField: 'title' },
} as const satisfies RecordFields;
