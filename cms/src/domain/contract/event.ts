import { z } from 'zod';
import { eventKinds } from '../vocabulary/event-kinds.ts';
import { eventStates } from '../vocabulary/event-states.ts';
import { registrationKinds } from '../vocabulary/registration-kinds.ts';
import { Image } from './media.ts';
import { Id, Instant, Line, Slug, Text, WebAddress } from './primitives.ts';
import { Accessibility } from './territory.ts';

/** One occurrence. `end` is null when only the beginning is known. */
export const Timing = z.strictObject({ begin: Instant, end: Instant.nullable() });
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
