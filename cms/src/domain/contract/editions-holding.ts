/**
 * Which printed editions still hold a contact: `POST <deployer>/editions/holding`. What is printed cannot be taken back; whoever
 * withdraws, and the office, are told where it still stands.
 */
import { z } from 'zod';
import { CalendarDate, Id, Line } from './primitives.ts';

/** What is looked for. Numbers are compared as E.164, addresses without regard to capitals. */
export const ContactQuestion = z.strictObject({
  phones: z.array(z.string().min(1).max(40)).max(50),
  emails: z.array(z.string().min(1).max(254)).max(50),
});
export type ContactQuestion = z.infer<typeof ContactQuestion>;

export const EditionsHolding = z.strictObject({
  editions: z.array(
    z.strictObject({
      edition: Id,
      title: Line,
      year: z.int(),
      frozenOn: CalendarDate,
      /** Copies, when the edition says how many. */
      printRun: z.int().positive().nullable(),
      /** Names of the entries that hold it, as they are printed. */
      entries: z.array(Line).min(1),
    }),
  ),
});
export type EditionsHolding = z.infer<typeof EditionsHolding>;
