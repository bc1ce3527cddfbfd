import { dayOf } from '../../domain/dates.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';

const messages: Record<string, Record<string, string>> = {
  'api::association.association': {
    verifiedOn: 'Cette date est dans l’avenir\u00a0: indiquez le jour où la fiche a été vérifiée.',
    foundedYear: 'Cette année est dans l’avenir\u00a0: indiquez l’année de création.',
  },
  'api::legal.legal': {
    accessibilityAuditOn: 'Cette date est dans l’avenir\u00a0: indiquez le jour de l’audit.',
  },
};

function check(uid: string, record: Values): Fault[] {
  const today = dayOf(new Date());
  return Object.entries(messages[uid] ?? {}).flatMap(([field, message]) => {
    const value = record[field];
    const future =
      (typeof value === 'string' && value.slice(0, 10) > today) ||
      (typeof value === 'number' && value > Number(today.slice(0, 4)));
    return future ? [{ path: [field], message }] : [];
  });
}

/** What has already happened did not happen tomorrow. */
export const pastDates: Rule = {
  appliesTo: Object.keys(messages),
  onSave: ({ uid, data }) => check(uid, data),
  onPublish: ({ uid, record }) => check(uid, record),
};
