/** What the source of an event said when an import took it over, and what the import left: column `said` of `trame_event_said`. */
import { z } from 'zod';
import { stored } from './stored.ts';

/** By the names of attributes of an event (`domain/import/events/event-values.ts`); one that is not said has no key. */
const Values = z.record(z.string(), z.json());

export const storedEventSaid = stored({
  name: 'trame-event-said',
  schema: z.strictObject({ said: Values, left: Values }),
});
