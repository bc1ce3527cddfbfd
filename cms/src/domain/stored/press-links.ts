/** The links that were given to print shops: `links.json` of an edition. */
import { z } from 'zod';
import { PrintShopLink } from '../contract/press/edition-state.ts';
import { stored } from './stored.ts';

export const storedPressLinks = stored({
  name: 'trame-press-links',
  schema: z.strictObject({ links: z.array(PrintShopLink) }),
  unstamped: true,
  upgrades: [
    // Version 1 was the list alone, which has no place for a stamp.
    (list) => ({ links: list }),
  ],
});
