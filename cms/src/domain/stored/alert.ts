/** A search of which somebody wants the news: column `document` of `trame_alerts`. */
import { z } from 'zod';
import { stored } from './stored.ts';

/** Without the limits of the form: what becomes stricter must not make yesterday’s alerts unreadable. */
const KeptAlert = z.strictObject({
  /** The part of the address of the results after `?`. */
  search: z.string(),
  /** What it asks, as its letters say it: « judo », le mercredi, Cavignac. */
  words: z.string(),
  /** Records that answered it when it was asked for, and those that were told since: `association:<documentId>`. */
  known: z.array(z.string().regex(/^[a-z]+:.+$/)),
});
export type KeptAlert = z.infer<typeof KeptAlert>;

export const storedAlert = stored({ name: 'trame-alert', schema: KeptAlert });
