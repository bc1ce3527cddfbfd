import { defineVocabulary } from './vocabulary.ts';

export const membershipStates = defineVocabulary([
  {
    value: 'invitée',
    label: 'Invitée',
    description: 'Une lettre est partie\u00a0; la personne n’a pas encore accepté.',
  },
  { value: 'active', label: 'Active', description: 'Propose des changements pour l’association, depuis son espace.' },
  { value: 'retirée', label: 'Retirée', description: 'N’a plus accès à cette association, dès la requête suivante.' },
]);

export type MembershipState = (typeof membershipStates.values)[number];
