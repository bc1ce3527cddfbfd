import { z } from 'zod';
import { Instant } from './primitives.ts';

/**
 * What the deployer says of itself (`GET /state`) and what the admin's home page shows.
 * `live` may be set while a build runs or after one failed: the last good release stays up.
 */
export const PublicationState = z.strictObject({
  /** The release that residents see; null before the first one. */
  live: z.strictObject({ release: z.string().min(1), contentVersion: z.string().min(1), since: Instant }).nullable(),
  /** The build under way. */
  building: z.strictObject({ startedAt: Instant, step: z.string().min(1) }).nullable(),
  /** Why the last build failed, in French, for the editor; null as soon as one succeeds. */
  failure: z.strictObject({ at: Instant, message: z.string().min(1) }).nullable(),
  /** A change is waiting for the build under way to end. */
  pending: z.boolean(),
});
export type PublicationState = z.infer<typeof PublicationState>;
