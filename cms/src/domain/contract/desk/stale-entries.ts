/** What the admin shows of entries that nobody confirms: `GET /trame/stale-entries`. */
import { z } from 'zod';
import { CalendarDate, Id, Line } from '../../primitives.ts';

const Entry = z.strictObject({ association: Id, name: Line, missed: z.int().positive() });

export const StaleEntriesReport = z.strictObject({
  /** How many are marked « à confirmer », and of these how many no booklet prints. */
  counts: z.strictObject({ published: z.int(), toConfirm: z.int(), offPaper: z.int() }),
  /** Warned by letter; they leave the site on that day unless somebody confirms. */
  warned: z.array(Entry.extend({ offlineOn: CalendarDate })),
  /** Their day has come. */
  due: z.array(Entry),
  /** More are due than may go by themselves (`most`): nothing happens until an editor says so. */
  needsEditor: z.boolean(),
  most: z.int(),
  /** No letter reaches them: somebody must call or write. They stay online. */
  unreached: z.array(Entry),
});
export type StaleEntriesReport = z.infer<typeof StaleEntriesReport>;

/** `POST /trame/stale-entries/take-offline {}`: the editor's act, for all that are due. */
export const TakenOffline = z.strictObject({
  taken: z.array(Line),
  left: z.array(z.strictObject({ title: Line, reason: Line })),
});
export type TakenOffline = z.infer<typeof TakenOffline>;
