/** When a record is to be published and taken off the site: what pages of the admin exchange with the CMS about it. */
import { z } from 'zod';
import { LONGEST_DAY } from '../../day-in-words.ts';
import { Id, Instant, Line } from '../../primitives.ts';
import { LONGEST_HOURS } from '../../typed-hours.ts';

/** What is planned for a record. An act that was refused stays until somebody plans anew, gives up, or publishes by hand. */
export const ShownSchedule = z.strictObject({
  publishAt: Instant.nullable(),
  /** Why it was not published then; French. */
  publishRefusal: z.string().nullable(),
  offlineAt: Instant.nullable(),
  /** Why it was not taken off then; French. */
  offlineRefusal: z.string().nullable(),
  by: Line,
  /** Names this plan, for who changes it. */
  plannedAt: Instant,
});
export type ShownSchedule = z.infer<typeof ShownSchedule>;

const Named = { uid: z.string().max(100), documentId: Id.max(64) };

/** `GET /trame/schedules/of?uid=&documentId=`: of one record. */
export const ScheduleQuestion = z.strictObject(Named);
export const ScheduleOf = z.strictObject({
  schedule: ShownSchedule.nullable(),
  /** The record is on the site. */
  online: z.boolean(),
  /** The account may publish records of this type, and hence plan. */
  may: z.boolean(),
});
export type ScheduleOf = z.infer<typeof ScheduleOf>;

const Day = z.string().max(LONGEST_DAY);
const Hour = z.string().max(LONGEST_HOURS);
/** `plannedAt` of the plan that the page showed; null when it showed none. */
const Seen = Instant.nullable();

/** `POST /trame/schedules`: in place of what is planned. As it is typed; the server reads it too. */
export const ScheduleToMake = z.strictObject({
  ...Named,
  publishDay: Day,
  publishHour: Hour,
  offlineDay: Day,
  offlineHour: Hour,
  seen: Seen,
});
export type ScheduleToMake = z.infer<typeof ScheduleToMake>;
export const ScheduleMade = z.strictObject({
  schedule: ShownSchedule,
  /** Sentences: what a publication would be refused for today. It may be mended until then. */
  toMend: z.array(z.string()),
});
export type ScheduleMade = z.infer<typeof ScheduleMade>;

/** `POST /trame/schedules/give-up` */
export const ScheduleToGiveUp = z.strictObject({ ...Named, seen: Seen });
export type ScheduleToGiveUp = z.infer<typeof ScheduleToGiveUp>;

/** `GET /trame/schedules`: all that the account may read, the next first. */
export const ScheduledRecord = z.strictObject({
  uid: z.string(),
  documentId: Id,
  title: z.string(),
  schedule: ShownSchedule,
});
export type ScheduledRecord = z.infer<typeof ScheduledRecord>;
