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

const words = {
  day: 'Cette date ne se lit pas\u00a0: écrivez-la comme 05/09/2026.',
  year: 'Cette année ne se lit pas\u00a0: écrivez quatre chiffres, comme 1987.',
};

/** What is stored of a year is a number, of a day `YYYY-MM-DD`: a form may send anything. */
function faultOf(field: string, value: unknown, today: string, inFuture: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.endsWith('Year')) {
    const year = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
    if (typeof year !== 'number' || !Number.isInteger(year)) return words.year;
    return year > Number(today.slice(0, 4)) ? inFuture : null;
  }
  if (value instanceof Date) return dayOf(value) > today ? inFuture : null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value)) return words.day;
  return value.slice(0, 10) > today ? inFuture : null;
}

function check(uid: string, record: Values): Fault[] {
  const today = dayOf(new Date());
  return Object.entries(messages[uid] ?? {}).flatMap(([field, message]) => {
    const fault = faultOf(field, record[field], today, message);
    return fault === null ? [] : [{ path: [field], message: fault }];
  });
}

/** What has already happened did not happen tomorrow. */
export const pastDates: Rule = {
  appliesTo: Object.keys(messages),
  onSave: ({ uid, data }) => check(uid, data),
  onPublish: ({ uid, record }) => check(uid, record),
};
