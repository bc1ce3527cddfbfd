/**
 * An event that an association proposes: what its form asks, what is wrong with it, what a correction changes, and how it reads.
 * The association's page, the desk and the server keep to this one file.
 */
import { clockOf, dayOf, addDays, formatWeekday } from '../dates.ts';
import type { EventProposal, ProposedDate } from './event-form.ts';
import type { EntryFault } from '../entry/check-entry.ts';
import { parisInstant } from '../paris-instant.ts';
import { endsNextMorning, formatClock } from '../slots.ts';
import { pairAsStored, readPair } from '../typed-hours.ts';
import { eventKinds, type EventKind } from '../vocabulary/event-kinds.ts';
import { isWholeDay } from '../whole-day.ts';

/** What a correction can change, in the order of the form. A place is told with its commune, a price with "gratuit". */
export const eventFieldLabels = {
  cancelled: 'Annulation',
  title: 'Titre',
  kind: 'Nature',
  summary: 'En bref',
  dates: 'Dates',
  place: 'Lieu',
  price: 'Tarif',
  contact: 'Renseignements',
  picture: 'Affiche',
} as const;
export type EventField = keyof typeof eventFieldLabels;
export const eventFields = Object.keys(eventFieldLabels) as EventField[];

const words = {
  title: 'Donnez un titre d’au moins trois lettres.',
  summary: 'Décrivez l’événement en une phrase au moins.',
  noDate: 'Indiquez au moins une date.',
  day: 'Indiquez le jour.',
  past: 'Ce jour est passé.',
  lastDay: 'Le dernier jour vient avant le premier : corrigez l’un des deux, ou effacez le dernier.',
  begin: 'Indiquez aussi l’heure de début, ou effacez l’heure de fin.',
  backwards: 'L’événement finit avant d’avoir commencé : corrigez l’une des deux heures.',
  endOfSpan: 'Indiquez aussi l’heure de fin du dernier jour, ou effacez l’heure de début.',
  twice: 'Cette date est déjà dans la liste.',
  alt: 'Décrivez l’affiche en quelques mots, pour les personnes qui ne la voient pas.',
  free: 'Gratuit',
  cancelled: 'L’association demande d’annoncer l’annulation.',
  pictureNew: (alt: string) => `Nouvelle affiche (« ${alt} »)`,
  pictureNone: 'Aucune affiche',
  pictureKeep: 'L’affiche actuelle',
};

export const emptyDate = (): ProposedDate => ({ day: '', lastDay: '', begin: '', end: '' });

export const emptyEvent = (commune: string | null): EventProposal => ({
  title: '',
  kind: 'rencontre',
  summary: '',
  dates: [emptyDate()],
  place: '',
  commune,
  price: '',
  free: false,
  contact: '',
  picture: { choice: 'none' },
  cancelled: false,
});

/** Without the library of the contract, which would weigh more than the form that asks. */
const isClock = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
const lasts = ({ day, lastDay }: ProposedDate): boolean => lastDay !== '' && lastDay !== day;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isUntouched = (date: ProposedDate): boolean => same(date, emptyDate());

/** The form without the rows of dates that were added and left empty, hours as they are stored where they can be read; one row always stands. */
export function tidyDates(event: EventProposal): EventProposal {
  const dates = event.dates.filter((date) => !isUntouched(date)).map((date) => ({ ...date, ...pairAsStored(date) }));
  return { ...event, dates: dates.length > 0 ? dates : event.dates.slice(0, 1) };
}

function faultOfDate(
  date: ProposedDate,
  today: string,
  known: readonly ProposedDate[],
): [keyof ProposedDate, string] | null {
  const { day, lastDay, begin, end } = date;
  if (day === '') return ['day', words.day];
  if (lastDay !== '' && lastDay < day) return ['lastDay', words.lastDay];
  // What is corrected may have dates that are over: only new ones are refused.
  if ((lastDay || day) < today && !known.some((one) => same(one, date))) return ['day', words.past];
  const hours = readPair(date);
  if (!hours.ok) return [hours.field, hours.message];
  if (begin === '' && end !== '') return ['begin', words.begin];
  if (lasts(date)) return begin !== '' && end === '' ? ['end', words.endOfSpan] : null;
  if (begin !== '' && end !== '' && end <= begin && !endsNextMorning(begin, end)) return ['end', words.backwards];
  return null;
}

/**
 * What is to be mended before it can be sent; empty when nothing is.
 * @param today `YYYY-MM-DD`
 * @param base what is corrected; null for a new event
 */
export function checkEvent(event: EventProposal, today: string, base: EventProposal | null): EntryFault[] {
  // A cancellation says nothing new of the rest.
  if (event.cancelled) return [];
  const faults: EntryFault[] = [];
  if (event.title.trim().length < 3) faults.push({ path: 'title', message: words.title });
  if (event.summary.trim().length < 10) faults.push({ path: 'summary', message: words.summary });
  if (event.dates.length === 0) faults.push({ path: 'dates', message: words.noDate });
  event.dates.forEach((date, rank) => {
    const fault = faultOfDate(date, today, base?.dates ?? []);
    if (fault) faults.push({ path: `dates.${rank}.${fault[0]}`, message: fault[1] });
    else if (event.dates.slice(0, rank).some((other) => same(other, date)))
      faults.push({ path: `dates.${rank}.day`, message: words.twice });
  });
  if (event.picture.choice === 'new' && event.picture.alt.trim() === '')
    faults.push({ path: 'picture.alt', message: words.alt });
  return faults;
}

/** What of the form each field is. */
const partsOf = (event: EventProposal): Readonly<Record<EventField, unknown>> => ({
  ...event,
  place: [event.place.trim(), event.commune],
  price: event.free ? true : event.price.trim(),
});

/** The fields in which `after` says something else. A picture that is kept is no difference. */
export function changedEventFields(before: EventProposal, after: EventProposal): EventField[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return eventFields.filter((field) =>
    field === 'picture'
      ? after.picture.choice !== 'keep' && !same(before.picture, after.picture)
      : !same(was[field], is[field]),
  );
}

/** `current` with some fields of `proposal`: what a correction makes of an event that may have moved on since. */
export function withEventFields(
  current: EventProposal,
  proposal: EventProposal,
  fields: readonly EventField[],
): EventProposal {
  const takes = (field: EventField): EventProposal => (fields.includes(field) ? proposal : current);
  return {
    title: takes('title').title,
    kind: takes('kind').kind,
    summary: takes('summary').summary,
    dates: takes('dates').dates,
    place: takes('place').place,
    commune: takes('place').commune,
    price: takes('price').price,
    free: takes('price').free,
    contact: takes('contact').contact,
    picture: takes('picture').picture,
    cancelled: takes('cancelled').cancelled,
  };
}

/** A date as the calendar stores it: instants, ISO 8601 in UTC. */
export interface Timing {
  readonly begin: string;
  readonly end: string | null;
  /** It begins at midnight, and people are awaited then. */
  readonly atMidnight: boolean;
}

/** When it is: the days alone, at midnight, when no hour was given; an end in the small hours is that of the morning after. */
export function timingOf(date: ProposedDate): Timing {
  const { day, begin, end } = date;
  const lastDay = lasts(date) ? date.lastDay : day;
  if (!isClock(begin)) {
    return {
      begin: parisInstant(day, '00:00'),
      end: lastDay > day ? parisInstant(lastDay, '00:00') : null,
      atMidnight: false,
    };
  }
  const first = parisInstant(day, begin);
  const night = lastDay === day && endsNextMorning(begin, end);
  const last = isClock(end) ? parisInstant(night ? addDays(day, 1) : lastDay, end) : null;
  return { begin: first, end: last !== null && last > first ? last : null, atMidnight: begin === '00:00' };
}

/** The same date as the form asks it: `dateOf(timingOf(date))` is the date, its superfluous last day dropped. */
export function dateOf({ begin, end, atMidnight }: Timing): ProposedDate {
  const day = dayOf(begin);
  const after = end !== null && Date.parse(end) > Date.parse(begin) ? end : null;
  const endDay = after === null ? day : dayOf(after);
  if (isWholeDay(begin, after, atMidnight)) return { day, lastDay: endDay === day ? '' : endDay, begin: '', end: '' };
  const [from, to] = [clockOf(begin), after === null ? '' : clockOf(after)];
  const night = endDay === addDays(day, 1) && endsNextMorning(from, to);
  return { day, lastDay: endDay === day || night ? '' : endDay, begin: from, end: to };
}

/** "samedi 5 septembre 2026, de 20 h à minuit", "du samedi 5 septembre 2026 au dimanche 6 septembre 2026" */
export function proposedDateInWords(date: ProposedDate): string {
  const { day, lastDay, begin, end } = date;
  const at = (time: string) => (isClock(time) ? ` à ${formatClock(time)}` : '');
  if (lasts(date)) return `du ${formatWeekday(day)}${at(begin)} au ${formatWeekday(lastDay)}${at(end)}`;
  if (isClock(begin) && isClock(end)) return `${formatWeekday(day)}, de ${formatClock(begin)} à ${formatClock(end)}`;
  return `${formatWeekday(day)}${at(begin)}`;
}

/** @param nameOfCommune the name of a commune by its id */
export function eventFieldInWords(
  event: EventProposal,
  field: EventField,
  nameOfCommune: (id: string) => string | undefined,
): string[] {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  switch (field) {
    case 'cancelled':
      return event.cancelled ? [words.cancelled] : [];
    case 'kind':
      return [
        eventKinds.values.includes(event.kind as EventKind) ? eventKinds.label(event.kind as EventKind) : event.kind,
      ];
    case 'dates':
      return event.dates.map(proposedDateInWords);
    case 'place':
      return lines([event.place, event.commune ? (nameOfCommune(event.commune) ?? '') : ''].filter(Boolean).join(', '));
    case 'price':
      return event.free ? [words.free] : lines(event.price);
    case 'picture':
      switch (event.picture.choice) {
        case 'new':
          return [words.pictureNew(event.picture.alt)];
        case 'none':
          return [words.pictureNone];
        default:
          return [words.pictureKeep];
      }
    default:
      return lines(event[field]);
  }
}
