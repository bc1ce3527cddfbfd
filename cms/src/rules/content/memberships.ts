import type { MembershipState } from '../../domain/vocabulary/membership-states.ts';
import { BY_OFFICE, findMembership, MEMBERSHIP } from '../../associations/memberships/membership-store.ts';
import type { Fault, Rule } from '../engine/rule.ts';

const words = {
  create: 'Un gestionnaire est invité par ceux de l’association, ou se connecte avec une adresse de la fiche.',
  remove:
    'Pour couper un accès, choisissez l’état «\u00a0Retirée\u00a0»\u00a0: une ligne effacée laisserait la personne se reconnecter.',
  invited:
    'Une invitation part de l’espace de l’association\u00a0: choisissez «\u00a0Active\u00a0» ou «\u00a0Retirée\u00a0».',
};

const fault = (path: readonly string[], message: string): Fault[] => [{ path, message }];

/** The one thing about a manager that an editor writes is whether they are one. All other fields stay as they are. */
export const memberships: Rule = {
  appliesTo: [MEMBERSHIP],
  async onSave({ strapi, action, documentId, data }) {
    if (action !== 'update') return fault([], words.create);
    const state = data['state'] as MembershipState | undefined;
    for (const field of Object.keys(data)) delete data[field];
    const current = documentId === undefined ? null : await findMembership(strapi, { documentId });
    if (current === null || state === undefined || state === current.state) return [];
    if (state === 'invitée') return fault(['state'], words.invited);
    const now = new Date().toISOString();
    Object.assign(
      data,
      state === 'retirée'
        ? { state, endedAt: now, endedBy: BY_OFFICE }
        : { state, activeSince: now, endedAt: null, endedBy: null },
    );
    return [];
  },
  onRemove: () => fault([], words.remove),
};
