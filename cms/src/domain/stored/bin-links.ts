/** Which records named one that was deleted: column `links` of `trame_bin`. */
import { z } from 'zod';
import { stored } from './stored.ts';

const Link = z.strictObject({
  /** Of the other record: "api::event.event". */
  uid: z.string().regex(/^api::[a-z-]+\.[a-z-]+$/),
  documentId: z.string().min(1).max(100),
  version: z.enum(['draft', 'published']),
  /** Its attribute, which named the deleted record. */
  attribute: z.string().min(1).max(100),
  /** At which place of that attribute, from 0. */
  place: z.int().nonnegative(),
});
export type BinLink = z.infer<typeof Link>;

/** Places at which other records name one. */
export const BinLinks = z.array(Link);

export const storedBinLinks = stored({
  name: 'trame-bin-links',
  schema: z.strictObject({ links: BinLinks }),
});
