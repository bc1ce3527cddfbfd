/** What an association may say of an event that it proposes: the one list of fields that its form can ever write. */
import { z } from 'zod';
import { FormLogo } from '../entry/entry-form.ts';
import { CalendarDate } from '../primitives.ts';
import { LONGEST_HOURS } from '../typed-hours.ts';
import { EVENT_TEXTS, MOST_DATES } from './limits.ts';

/** When a proposed event takes place: one date, or a span of days. Europe/Paris. */
export const ProposedDate = z.strictObject({
  /** `YYYY-MM-DD` */
  day: CalendarDate,
  /** The last day of what lasts several; empty for what takes one day, be it into the night. */
  lastDay: z.union([CalendarDate, z.literal('')]),
  /** `HH:MM`, or as it was typed (`typed-hours.ts`); empty when unknown; `end` is that of the last day. */
  begin: z.string().max(LONGEST_HOURS),
  end: z.string().max(LONGEST_HOURS),
});
export type ProposedDate = z.infer<typeof ProposedDate>;

/** An event that an association proposes for the agenda: what a volunteer knows. Its rules are in `event-proposal.ts`. */
export const EventProposal = z.strictObject({
  title: z.string().trim().min(3).max(EVENT_TEXTS.title),
  kind: z.string().max(40),
  summary: z.string().trim().min(10).max(EVENT_TEXTS.summary),
  dates: z.array(ProposedDate).max(MOST_DATES),
  place: z.string().trim().max(EVENT_TEXTS.place),
  commune: z.string().max(64).nullable(),
  price: z.string().trim().max(EVENT_TEXTS.price),
  free: z.boolean(),
  contact: z.string().trim().max(EVENT_TEXTS.contact),
  /** The poster: a file that this association sent before, the one that the published event has, or none. */
  picture: FormLogo,
  /** It will not take place: only of an event that was accepted. */
  cancelled: z.boolean(),
});
export type EventProposal = z.infer<typeof EventProposal>;
