import { z } from 'zod';
import { Instant } from '../../primitives.ts';

/** Raised when a field goes or means something else; a field that is added changes nothing for whoever reads the others. */
export const RELEASE_STATUS_FORMAT = 'trame-status/1';

/** Where the printable guide of a release stands. */
export const BOOKLET_ADDRESS = '/annuaire.pdf';

/** What a booklet was made of. */
export const BookletStatus = z.object({
  /** As that of the release: the same when the booklet shows what the pages show. */
  contentVersion: z.string().min(1),
  builtAt: Instant,
});
export type BookletStatus = z.infer<typeof BookletStatus>;

/** `GET /status.json` of the site: which release this is, and of which content. */
export const ReleaseStatus = z.object({
  format: z.literal(RELEASE_STATUS_FORMAT),
  release: z.string().min(1),
  contentVersion: z.string().min(1),
  builtAt: Instant,
  /** The booklet at `/annuaire.pdf`, which may be of an earlier content; null while it is being made again, and answered with 503. */
  booklet: BookletStatus.nullable(),
  /** Records by kind. */
  counts: z.record(z.string(), z.int().nonnegative()),
});
export type ReleaseStatus = z.infer<typeof ReleaseStatus>;
