import { dayOf, formatDay } from '../../domain/dates.ts';
import { formatMoment } from '../../domain/moments.ts';
import { isUnread, StoredTiming, storedTimings, typedTiming } from '../../domain/event-timings.ts';
import type { Fault, Rule, Saving, Values } from '../engine/rule.ts';
import { visitObjects } from '../../domain/visit.ts';
import { readRecord } from '../../entries/read-record.ts';
import { savingNow } from '../../entries/saving.ts';

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

const identity = (timing: Values): string =>
  [timing['begin'], timing['end']].map((one) => instant(one)?.getTime() ?? '').join(' ');

/**
 * What somebody writes in a form: a new date that is over already, or a date that is there twice. What the record says so far
 * stays: a new date is over some day, and what comes back from the bin or the journal is as it was.
 * @param was what is stored
 */
export function checkWritten(data: Values, was: Values | null, today: string): Fault[] {
  const known = visitObjects(was ?? {}, 'timings.*').map(({ object }) => object);
  const knownNew = new Set(known.map((object) => instant(object['newBegin'])?.getTime()));
  const left = known.map(identity);
  const seen = new Set<string>();
  return visitObjects(data, 'timings.*').flatMap(({ object, path }): Fault[] => {
    const [begin, newBegin] = [instant(object['begin']), instant(object['newBegin'])];
    const key = identity(object);
    const rank = left.indexOf(key);
    if (rank >= 0) left.splice(rank, 1);
    const isTwice = begin !== null && seen.has(key) && rank < 0;
    seen.add(key);
    const day = newBegin && dayOf(newBegin);
    return [
      ...(isTwice
        ? [
            {
              path: [...path, 'begin'],
              message: 'Cette date est déjà dans la liste\u00a0: effacez l’une des deux lignes.',
            },
          ]
        : []),
      ...(day !== null && day < today && !knownNew.has(newBegin?.getTime())
        ? [
            {
              path: [...path, 'newBegin'],
              message: `La nouvelle date (${formatDay(day)}) est déjà passée\u00a0: corrigez-la, ou effacez-la tant qu’elle n’est pas connue.`,
            },
          ]
        : []),
    ];
  });
}

const isOfForm = ({ uid, documentId }: Saving): boolean => {
  const saving = savingNow();
  return saving?.uid === uid && saving.documentId === (documentId ?? null);
};

/** A date of an event ends after it begins, and so does the one that it is moved to; only what is moved has a new date. */
export const timings: Rule = {
  appliesTo: ['api::event.event'],
  async onSave(saving) {
    const { strapi, uid, documentId, data } = saving;
    const unread = readTyped(data);
    if (unread.length > 0) return unread;
    const faults = check(data);
    if (faults.length > 0 || !isOfForm(saving)) return faults;
    const was = documentId === undefined ? null : await readRecord(strapi, uid, documentId, 'draft');
    return checkWritten(data, was, dayOf(new Date()));
  },
  onPublish: ({ record }) => check(record),
};
