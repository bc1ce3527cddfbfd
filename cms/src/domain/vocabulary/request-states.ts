import { defineVocabulary } from './vocabulary.ts';

/** Where the question put to one association stands, within a campaign. */
export const requestStates = defineVocabulary([
  { value: 'à envoyer', label: 'À envoyer', description: 'La lettre attend son tour.' },
  { value: 'envoyée', label: 'Envoyée', description: 'La lettre est partie ; pas encore de réponse.' },
  {
    value: 'à renvoyer',
    label: 'À renvoyer',
    description: 'Un serveur refuse notre envoi, l’adresse n’y est pour rien : à renvoyer une fois l’envoi corrigé.',
  },
  { value: 'revenue', label: 'Revenue', description: 'L’adresse ne reçoit pas : à joindre autrement.' },
  {
    value: 'sans adresse',
    label: 'Sans adresse électronique',
    description: 'À joindre par courrier ou par téléphone.',
  },
  { value: 'répondue', label: 'A répondu' },
  { value: 'annulée', label: 'Annulée', description: 'Son lien ne s’ouvre plus.' },
]);

export type RequestState = (typeof requestStates.values)[number];
