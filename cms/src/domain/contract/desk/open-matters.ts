/** What is still open when an edition is about to be frozen. */
import { z } from 'zod';
import { CalendarDate, Id, Instant, Line } from '../../primitives.ts';

/** `GET /trame/editions/:id/open-matters[?since=instant]` */
export const OpenMatters = z.strictObject({
  /** The campaign that is open: its answers still come in. */
  campaign: z.strictObject({ id: Id, title: Line, closesOn: CalendarDate.nullable(), silent: z.int() }).nullable(),
  /** Answers that nobody has decided about. */
  waitingAnswers: z.int(),
  /** Saved by an editor and not published: paper shows what is published. */
  unpublished: z.array(z.strictObject({ id: Id, name: Line })),
  /** Published since `since`, the hour of the proof; empty when it is not given. */
  changedSince: z.array(z.strictObject({ id: Id, name: Line })),
});
export type OpenMatters = z.infer<typeof OpenMatters>;

export const OpenMattersQuestion = z.strictObject({ since: Instant.optional() });
