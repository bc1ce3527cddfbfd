/** What an editor changed of a published record, enough to put it back: column `changes` of `journal_entries`. */
import { z } from 'zod';
import { stored } from './stored.ts';

/** Values of attributes by their names, as `entries/record-content.ts` reads them. */
const Values = z.record(z.string(), z.json());

export const storedKeptChanges = stored({
  name: 'trame-kept-changes',
  schema: z.strictObject({
    /** "api::event.event" */
    uid: z.string().regex(/^api::[a-z-]+\.[a-z-]+$/),
    /** Of what changed only; the same attributes before and after. */
    before: Values,
    after: Values,
  }),
});
export type KeptChanges = z.infer<typeof storedKeptChanges.schema>;
