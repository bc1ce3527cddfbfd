import { dayOf } from '../../domain/dates.ts';
import { formatMoment } from '../../domain/moments.ts';
import { isUnread, StoredTiming, storedTimings, typedTiming } from '../../domain/event-timings.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../../domain/visit.ts';

const instant = (value: unknown): Date | null => {
  if (typeof value !== 'string' && !(value instanceof Date)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
};

const inWords = (date: Date): string => `le ${formatMoment(date)}`;

const PAIRS = [
  ['begin', 'end'],
  ['newBegin', 'newEnd'],
] as const;

function check(record: Values): Fault[] {
  return visitObjects(record, 'timings.*').flatMap(({ object, path }) => {
    const faults = PAIRS.flatMap(([from, to]): Fault[] => {
      const [begin, end] = [instant(object[from]), instant(object[to])];
      if (!begin || !end || end > begin) return [];
      return [
        {
          path: [...path, to],
          message: `La fin (${inWords(end)}) n’est pas après le début (${inWords(begin)}). Corrigez l’une des deux, ou laissez la fin vide.`,
        },
      ];
    });
    const [newBegin, newEnd] = [instant(object['newBegin']), instant(object['newEnd'])];
    if (newBegin && object['state'] !== 'reporté') {
      faults.push({
        path: [...path, 'state'],
        message: `Cette ligne porte une nouvelle date (${inWords(newBegin)}) : choisissez « Reporté », ou effacez la nouvelle date.`,
      });
    }
    if (newEnd && !newBegin) {
      faults.push({
        path: [...path, 'newBegin'],
        message: 'Indiquez aussi quand commence la nouvelle date, ou effacez sa fin.',
      });
    }
    return faults;
  });
}

/** Days and hours that a form could not read are read here, by the same rules, or refused at the field where they were typed. */
function readTyped(record: Values): Fault[] {
  return visitObjects(record, 'timings.*').flatMap(({ object, path }) => {
    const timing = StoredTiming.safeParse(object);
    if (!timing.success || !isUnread(timing.data)) return [];
    const read = storedTimings([typedTiming(timing.data)], [], dayOf(new Date()));
    if (read.ok) {
      Object.assign(object, read.value[0]);
      return [];
    }
    return read.faults.map((fault) => ({ path: [...path, ...fault.path.split('.').slice(2)], message: fault.message }));
  });
}

/** A date of an event ends after it begins, and so does the one that it is moved to; only what is moved has a new date. */
export const timings: Rule = {
  appliesTo: ['api::event.event'],
  onSave({ data }) {
    const unread = readTyped(data);
    return unread.length > 0 ? unread : check(data);
  },
  onPublish: ({ record }) => check(record),
};
