import { z } from 'zod';
import { eventKinds } from '../../vocabulary/event-kinds.ts';
import { eventStates } from '../../vocabulary/event-states.ts';
import { registrationKinds } from '../../vocabulary/registration-kinds.ts';
import { timingStates } from '../../vocabulary/timing-states.ts';
import { Image } from './media.ts';
import { Id, Instant, Line, Slug, Text, WebAddress } from '../../primitives.ts';
import { Accessibility } from './territory.ts';

const dates = {
  begin: Instant,
  /** Null when only the beginning is known. */
  end: Instant.nullable(),
  /** Days without hours: a whole day, or hours that nobody knows (`domain/whole-day.ts`). */
  allDay: z.boolean(),
};

/** One date of an event, as it was announced, and what became of it. */
export const Timing = z.strictObject({
  ...dates,
  state: z.enum(timingStates.values),
  /** The new date of one that is `reporté`; null when it is not known, and for every other state. */
  moved: z.strictObject(dates).nullable(),
});
export type Timing = z.infer<typeof Timing>;

export const Event = z.strictObject({
  id: Id,
  slug: Slug,
  title: Line,
  kind: z.enum(eventKinds.values),
  state: z.enum(eventStates.values),
  summary: Text,
  description: Text.nullable(),
  /** In order of time. Empty when the date is not fixed: `period` then says what is known ("2023, date à définir"). */
  timings: z.array(Timing),
  period: Line.nullable(),
  venue: Id.nullable(),
  /** A precision about the place ("parking de la salle"), or the place itself when there is no venue. */
  place: Line.nullable(),
  onlineUrl: WebAddress.nullable(),
  organisers: z.array(Id),
  /** Organiser in words, when it is not an association of the directory ("Office de tourisme"). */
  organiserName: Line.nullable(),
  participants: z.array(Id),
  themes: z.array(Id),
  /** `value` is E.164, an e-mail address or an http(s) address, after `kind`. */
  registration: z.array(z.strictObject({ kind: z.enum(registrationKinds.values), value: Line })),
  price: Line.nullable(),
  free: z.boolean(),
  accessibility: Accessibility.nullable(),
  image: Image.nullable(),
  /** Keys of the same event elsewhere (OpenAgenda, SIT): what an import matches on. */
  externalIds: z.array(z.strictObject({ source: Line, id: Line })),
  actions: z.array(Id),
});
export type Event = z.infer<typeof Event>;
