import type { Layout } from '../layout.ts';

/** Who may propose changes to an entry from the space. The program writes it; an editor only takes somebody out, or back in. */
export const membership: Layout = {
  uid: 'api::membership.membership',
  mainField: 'email',
  sort: ['associationName', 'ASC'],
  columns: ['associationName', 'email', 'state', 'activeSince', 'endedAt'],
  rows: [
    ['associationName', 'email'],
    ['state'],
    ['invitedBy', 'invitedAt', 'activeSince'],
    ['endedBy', 'endedAt'],
    ['associationId', 'accountId'],
  ],
  fields: {
    associationName: { label: 'Association', readOnly: true },
    email: { label: 'Adresse électronique', readOnly: true },
    state: {
      label: 'État',
      help: '«\u00a0Retirée\u00a0» coupe l’accès aussitôt\u00a0; la personne ne peut ni revenir ni être réinvitée. «\u00a0Active\u00a0» le lui rend.',
    },
    invitedBy: { label: 'Invitée par', help: 'Vide\u00a0: c’est un contact de la fiche.', readOnly: true },
    invitedAt: { label: 'Invitée le', readOnly: true },
    activeSince: { label: 'Active depuis le', readOnly: true },
    endedBy: { label: 'Retirée par', readOnly: true },
    endedAt: { label: 'Retirée le', readOnly: true },
    associationId: { label: 'Identifiant de l’association', readOnly: true },
    accountId: { label: 'Numéro du compte', readOnly: true },
  },
};
