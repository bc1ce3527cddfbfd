import type { Fault, Rule, Values } from '../engine/rule.ts';

interface Period {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

const PERIODS: Record<string, Period> = {
  'api::action.action': {
    from: 'startsOn',
    to: 'endsOn',
    message: 'La date de fin est avant la date de début. Corrigez l’une des deux.',
  },
  'api::action-plan.action-plan': {
    from: 'firstYear',
    to: 'lastYear',
    message: 'La dernière année est avant la première. Corrigez l’une des deux.',
  },
};

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

function check(uid: string, record: Values): Fault[] {
  const period = PERIODS[uid];
  if (!period) return [];
  const [from, to] = [record[period.from], record[period.to]];
  // Years are numbers; days are `YYYY-MM-DD`, whose order is that of their text.
  const reversed =
    (typeof from === 'number' && typeof to === 'number' && to < from) || (isDay(from) && isDay(to) && to < from);
  return reversed ? [{ path: [period.to], message: period.message }] : [];
}

/** The periods of a plan and of its actions end after they begin. */
export const periods: Rule = {
  appliesTo: Object.keys(PERIODS),
  onSave: ({ uid, data }) => check(uid, data),
  onPublish: ({ uid, record }) => check(uid, record),
};
