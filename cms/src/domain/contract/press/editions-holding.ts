/**
 * Which printed editions still hold a contact: `POST <deployer>/editions/holding`. What is printed cannot be taken back; whoever
 * withdraws, and the office, are told where it still stands.
 */
import { z } from 'zod';
import { CalendarDate, Id, Line } from '../../primitives.ts';

/** What is looked for: numbers in E.164, and addresses. They are recognised in any field and text, however they are written. */
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
      /** Names of the entries that hold it, as they are printed, and titles of guides, events and plans that do. */
      entries: z.array(Line).min(1),
    }),
  ),
  /** Every frozen edition that was read for this answer. */
  looked: z.array(Id),
  /** Frozen editions whose files cannot be read or understood: whether they hold it is not known. */
  unreadable: z.array(z.strictObject({ edition: Id, title: Line.nullable() })),
});
export type EditionsHolding = z.infer<typeof EditionsHolding>;
