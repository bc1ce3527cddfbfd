import { mayDecide, type Permission } from '../../platform/http/admin-route.ts';

/** Who may write to associations for the office, by mail or on paper. */
export const mayWrite: Permission = {
  ...mayDecide,
  sentence: 'Votre compte ne permet pas d’écrire au nom de l’office. Demandez à qui gère les comptes.',
};
