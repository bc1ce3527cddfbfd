/** How the printing of an edition goes, for the deployer after a restart: `state.json` of an edition. */
import type { z } from 'zod';
import { EditionState } from '../contract/press/edition-state.ts';
import { stored } from './stored.ts';

const KeptProgress = EditionState.pick({ printing: true, failure: true });
export type KeptProgress = z.infer<typeof KeptProgress>;

export const storedEditionProgress = stored({
  name: 'trame-edition-progress',
  schema: KeptProgress,
  unstamped: true,
});
