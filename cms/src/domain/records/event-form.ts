/** An event as an editor writes it: made from a record as data and back (`content-values.ts`). Pure. */
import { z } from 'zod';
import { isUnread, keptTimings, StoredTiming, storedTimings, typedTiming, type TypedTiming } from '../event-timings.ts';
import { eventKinds, type EventKind } from '../vocabulary/event-kinds.ts';
import { eventStates, type EventState } from '../vocabulary/event-states.ts';
import { parseWebAddress } from '../web-address.ts';
import {
  Accessibility,
  first,
  ids,
  lacksOf,
  oneFile,
  oneId,
  orNull,
  term,
  text,
  textFault,
  tidyText,
  tidyTexts,
  yesNo,
  type Completeness,
  type RecordFault,
} from './content-values.ts';
import { eventFields } from './event-fields.ts';
import { Registration, readRegistration, registrationShown } from './registration.ts';

export type AccessibilityForm = z.infer<typeof Accessibility>;
const INACCESSIBLE: AccessibilityForm = Accessibility.parse({});

const Content = z.object({
  title: text,
  slug: text,
  kind: term(eventKinds.values),
  state: z.enum(eventStates.values).catch('prévu'),
  summary: text,
  description: text,
  timings: z.array(StoredTiming).catch([]),
  period: text,
  venue: oneId,
  place: text,
  onlineUrl: text,
  organisers: ids,
  organiserName: text,
  participants: ids,
  themes: ids,
  registration: z.array(Registration).catch([]),
  price: text,
  free: yesNo,
  accessibility: Accessibility.nullable().catch(null),
  image: oneFile,
  internalNote: text,
});

export interface EventForm extends Omit<z.infer<typeof Content>, 'timings' | 'registration' | 'accessibility'> {
  readonly kind: EventKind | '';
  readonly state: EventState;
  readonly timings: readonly TypedTiming[];
  /** The dates that the form was made from: what nobody touches is kept to the minute. */
  readonly timingsWere: readonly StoredTiming[];
  /** Numbers and addresses as they are typed. */
  readonly registration: readonly string[];
  readonly accessibility: AccessibilityForm;
}

export function eventFormOf(content: Readonly<Record<string, unknown>>): EventForm {
  const { timings, registration, accessibility, ...rest } = Content.parse(content);
  return {
    ...rest,
    timings: timings.map(typedTiming),
    timingsWere: timings.filter((timing) => !isUnread(timing)),
    registration: registration.map(registrationShown),
    accessibility: accessibility ?? INACCESSIBLE,
  };
}

/** Every attribute that the form holds. @param today `YYYY-MM-DD`: a day without a year is the next one */
export function contentOfEvent(form: EventForm, today: string): Record<string, unknown> {
  const { timings, timingsWere, registration, accessibility, venue, image, kind, ...rest } = form;
  const says = Object.values(accessibility).some((value) => value !== false && value !== '');
  return {
    title: orNull(rest.title),
    slug: orNull(rest.slug),
    kind: kind || null,
    state: rest.state,
    summary: orNull(rest.summary),
    description: orNull(rest.description),
    timings: keptTimings(timings, timingsWere, today),
    period: orNull(rest.period),
    venue: first(venue),
    place: orNull(rest.place),
    onlineUrl: orNull(rest.onlineUrl),
    organisers: rest.organisers,
    organiserName: orNull(rest.organiserName),
    participants: rest.participants,
    themes: rest.themes,
    registration: registration.map((typed) => {
      const read = readRegistration(typed);
      // What cannot be read is refused by the rule of its kind, at this field.
      return read.ok ? read.value : { kind: 'lien', value: typed };
    }),
    price: orNull(rest.price),
    free: rest.free,
    accessibility: says ? { ...accessibility, note: orNull(accessibility.note) } : null,
    image: first(image),
    internalNote: orNull(rest.internalNote),
  };
}

/** Without the rows that were added and left empty, texts as they are stored. */
export function tidyEvent(form: EventForm): EventForm {
  const cleaned = tidyTexts(form);
  const price = form.free ? '' : cleaned.price;
  return {
    ...cleaned,
    price,
    timings: form.timings.filter(
      ({ day, lastDay, state }) => day.trim() !== '' || lastDay.trim() !== '' || state !== 'prévu',
    ),
    registration: form.registration.map(tidyText).filter((typed) => typed !== ''),
    accessibility: { ...form.accessibility, note: tidyText(form.accessibility.note) },
  };
}

const words = {
  title: 'Donnez un titre à l’événement.',
  kind: 'Choisissez la nature de l’événement.',
  summary: 'Dites en une ou deux phrases de quoi il s’agit.',
  when: 'Indiquez au moins une date, ou dites dans «\u00a0Période\u00a0» ce que l’on sait déjà (automne 2026, date à définir).',
};

/** What publication would refuse, in the order of the form; the server has the last word. */
export function eventFaults(form: EventForm, today: string): RecordFault[] {
  const read = storedTimings(form.timings, form.timingsWere, today);
  const online = form.onlineUrl.trim() === '' ? null : parseWebAddress(form.onlineUrl);
  return [
    ...textFault('title', form.title, eventFields.title, words.title),
    ...(form.kind === '' ? [{ path: 'kind', message: words.kind }] : []),
    ...textFault('summary', form.summary, eventFields.summary, words.summary),
    ...(read.ok ? [] : read.faults),
    ...(read.ok && read.value.length === 0 && form.period.trim() === ''
      ? [{ path: 'timings', message: words.when }]
      : []),
    ...(online && !online.ok ? [{ path: 'onlineUrl', message: online.message }] : []),
    ...form.registration.flatMap((typed, rank) => {
      const way = typed.trim() === '' ? null : readRegistration(typed);
      return way && !way.ok ? [{ path: `registration.${rank}.value`, message: way.message }] : [];
    }),
  ];
}

/** What an event is better with, the most useful first. */
export function eventLacks(form: EventForm): Completeness {
  const said = (typed: string) => typed.trim() !== '';
  const criteria: readonly (readonly [string, boolean, string])[] = [
    ['title', said(form.title), 'Donner un titre'],
    ['kind', form.kind !== '', 'Choisir la nature'],
    ['timings', form.timings.some(({ day }) => said(day)) || said(form.period), 'Indiquer une date'],
    ['summary', said(form.summary), 'Dire en bref de quoi il s’agit'],
    ['venue', form.venue.length > 0 || said(form.place) || said(form.onlineUrl), 'Dire où cela se passe'],
    ['organisers', form.organisers.length > 0 || said(form.organiserName), 'Dire qui organise'],
    ['price', form.free || said(form.price), 'Dire le tarif, ou que c’est gratuit'],
    ['themes', form.themes.length > 0, 'Choisir un thème'],
    ['registration', form.registration.some(said), 'Dire comment se renseigner ou s’inscrire'],
    ['image', form.image.length > 0, 'Ajouter une image'],
  ];
  return lacksOf(criteria);
}
