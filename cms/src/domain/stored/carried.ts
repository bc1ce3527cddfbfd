/** What a merge carried over from one record to the other: column `carried` of `trame_merges`. */
import { z } from 'zod';
import { requestStates } from '../vocabulary/request-states.ts';
import { BinLinks } from './bin-links.ts';
import { stored } from './stored.ts';

export const storedCarried = stored({
  name: 'trame-carried',
  schema: z.strictObject({
    /** Places at which other records name the one that stayed, since it took the place of the other one. */
    links: BinLinks,
    /** Rows of the program that name it since, by the table and the value of its key. */
    rows: z.array(z.strictObject({ table: z.string().min(1).max(60), keys: z.array(z.string().max(200)) })),
    /** Questions of a campaign that asked both: the second one was cancelled, and was in this state. */
    cancelled: z.array(z.strictObject({ request: z.string().min(1).max(64), state: z.enum(requestStates.values) })),
    /** Former addresses that led to the other one and lead here since. */
    addresses: z.array(z.string().min(1).max(300)),
    /** The address at which the other one stood; null when it had none on the site. */
    address: z.string().min(1).max(300).nullable(),
  }),
});
export type Carried = z.infer<typeof storedCarried.schema>;
