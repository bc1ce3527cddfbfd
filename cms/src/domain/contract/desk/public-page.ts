/** Where what editors write is read. */
import { z } from 'zod';

/** `GET /trame/site`, `GET /trame/public-page?uid=&documentId=`: an address on the public site; null when there is none. */
export const PublicAddress = z.strictObject({ url: z.string().nullable() });
export type PublicAddress = z.infer<typeof PublicAddress>;
