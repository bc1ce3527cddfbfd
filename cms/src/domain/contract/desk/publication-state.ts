import { z } from 'zod';
import { Instant } from '../../primitives.ts';

/** By which the CMS names, in its answer to the deployer, that it waits for an editor's word after a restore. */
export const PUBLICATION_HELD = 'PublicationHeld';

/** A record on whose page, or in which, the checks found what may not be published. */
export const FoundRecord = z.strictObject({
  uid: z.string().min(1),
  documentId: z.string().min(1),
  title: z.string(),
  /** In the names of the export; null when only the page is known. */
  field: z.string().nullable(),
});
export type FoundRecord = z.infer<typeof FoundRecord>;

/** A contact that the checks kept from going online. */
export const Leak = z.strictObject({
  kind: z.enum(['phone', 'email']),
  /** `leakMark` of the contact: the CMS knows whose it is, and nobody can read it. */
  mark: z.string().regex(/^[0-9a-f]{64}$/),
  /** Enough of the contact to find it in a text that one reads: "+336••••••01". Absent of what an older version noted. */
  masked: z.string().optional(),
  /** Page or file, as an address on the site. */
  where: z.string().min(1),
  records: z.array(FoundRecord),
});
export type Leak = z.infer<typeof Leak>;

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
  failure: z
    .strictObject({
      at: Instant,
      message: z.string().min(1),
      /** Nothing failed: the CMS waits for an editor's word after a restore. */
      held: z.literal(true).optional(),
      /** Contacts that the new version would have shown; absent when it was refused for something else. */
      leaks: z.array(Leak).optional(),
      /** Much of the site would disappear, and nothing else is the matter: an editor may say that it is meant. */
      loss: z.literal(true).optional(),
    })
    .nullable(),
  /** The booklet of the live release is of an earlier content, or not there: it follows. Absent when it is what the pages are. */
  booklet: z
    .strictObject({
      /** When residents first saw pages that the booklet does not hold. */
      behindSince: Instant,
      /** When the one that they can read was made; null when there is none until the new one stands. */
      builtAt: Instant.nullable(),
      /** It is being made. */
      making: z.boolean(),
      /** Why it could not be made, in French, for the editor. The pages are online all the same, and it is tried again. */
      failure: z.strictObject({ at: Instant, message: z.string().min(1) }).nullable(),
    })
    .optional(),
  /** A change is waiting for the build under way to end. */
  pending: z.boolean(),
});
export type PublicationState = z.infer<typeof PublicationState>;
