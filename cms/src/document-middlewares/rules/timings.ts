import { clockOf, dayOf, formatDay } from '../../domain/dates.ts';
import { formatClock } from '../../domain/slots.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../engine/visit.ts';

const instant = (value: unknown): Date | null => {
  if (typeof value !== 'string' && !(value instanceof Date)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
};

const inWords = (date: Date): string => `le ${formatDay(dayOf(date))} à ${formatClock(clockOf(date))}`;

function check(record: Values): Fault[] {
  return visitObjects(record, 'timings.*').flatMap(({ object, path }) => {
    const [begin, end] = [instant(object['begin']), instant(object['end'])];
    if (!begin || !end || end > begin) return [];
    return [
      {
        path: [...path, 'end'],
        message: `La fin (${inWords(end)}) n’est pas après le début (${inWords(begin)}). Corrigez l’une des deux, ou laissez la fin vide.`,
      },
    ];
  });
}

/** An occurrence of an event ends after it begins. */
export const timings: Rule = {
  appliesTo: ['api::event.event'],
  onSave: ({ data }) => check(data),
  onPublish: ({ record }) => check(record),
};
