/** A published state of an entry, enough to put it back: columns `before` and `after` of `journal_entries`. */
import { z } from 'zod';
import { consentSources } from '../vocabulary/consent-sources.ts';
import { entryUpgrades, KeptEntry, keptContactFields } from './entry.ts';
import { stored, type Upgrade } from './stored.ts';

const KeptState = z.strictObject({
  entry: KeptEntry,
  /** The same contacts as in the entry, with their agreements. `consentDate` is `YYYY-MM-DD`. */
  contacts: z.array(
    z.strictObject({
      ...keptContactFields,
      consentDate: z.string().nullable(),
      consentSource: z.enum(consentSources.values).nullable(),
    }),
  ),
  /** Of the media library. */
  logo: z.number().nullable(),
});
export type KeptState = z.infer<typeof KeptState>;

/** The entry inside goes through the steps of an entry: a new field of the form makes a new version of both. */
const ofEntry =
  (upgrade: Upgrade): Upgrade =>
  (state) => ({ ...(state as object), entry: upgrade((state as { entry: unknown }).entry) });

export const storedKeptState = stored({
  name: 'trame-kept-state',
  schema: KeptState,
  unstamped: true,
  upgrades: entryUpgrades.map(ofEntry),
});
