import { defineVocabulary } from './vocabulary.ts';

/** Why a list leaves the admin, as the journal keeps it (RGPD, article 5(1)(b): a purpose that is determined and explicit). */
export const listReasons = defineVocabulary([
  { value: 'écrire', label: 'Écrire aux associations' },
  { value: 'téléphoner', label: 'Leur téléphoner' },
  { value: 'réunir', label: 'Préparer une réunion ou un forum' },
  { value: 'vérifier', label: 'Relire ou compléter des fiches' },
  { value: 'imprimer', label: 'Préparer un imprimé' },
  { value: 'transmettre', label: 'Transmettre à un partenaire ou à une commune' },
  { value: 'compter', label: 'Faire un bilan' },
  { value: 'autre', label: 'Autre raison' },
]);
export type ListReason = (typeof listReasons.values)[number];
