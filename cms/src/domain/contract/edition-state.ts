import { z } from 'zod';
import { Id, Instant, Line } from './primitives.ts';
import { PrintReport } from './print-report.ts';

/** A link that was given to a print shop. The address itself is shown once, when it is made. */
export const PrintShopLink = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]+$/),
  /** "Imprimerie du Moron": whom it was made for. */
  recipient: Line,
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  /** Times the page was opened, and files taken. */
  visits: z.int().nonnegative(),
  downloads: z.int().nonnegative(),
  lastUsedAt: Instant.nullable(),
});
export type PrintShopLink = z.infer<typeof PrintShopLink>;

/** What the deployer says of one edition (`GET /editions/<id>`), and what the admin's page of the edition shows. */
export const EditionState = z.strictObject({
  edition: Id,
  /** A proof under way. */
  printing: z.strictObject({ startedAt: Instant }).nullable(),
  /** Why the last proof could not be made, in French; null as soon as one succeeds. */
  failure: z.strictObject({ at: Instant, message: Line }).nullable(),
  /** The last proof, checked; null before the first one and after it was frozen. */
  proof: PrintReport.nullable(),
  /** The content changed since that proof: it shows something else than what would be printed now. */
  proofIsStale: z.boolean(),
  frozen: z.strictObject({ at: Instant, report: PrintReport }).nullable(),
  /** Last first. */
  links: z.array(PrintShopLink),
});
export type EditionState = z.infer<typeof EditionState>;

/** `POST /editions/<id>/links` */
export const NewPrintShopLink = z.strictObject({ recipient: Line, days: z.int().min(1).max(90) });
export type NewPrintShopLink = z.infer<typeof NewPrintShopLink>;

/** Its answer: `url` is public, signed, and not kept anywhere. */
export const MadePrintShopLink = z.strictObject({ url: z.url(), link: PrintShopLink });
export type MadePrintShopLink = z.infer<typeof MadePrintShopLink>;
