import { z } from 'zod';
import type { EditionStage } from '../../vocabulary/edition-stages.ts';
import { Id, Instant, Line } from '../../primitives.ts';
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
  /**
   * Files of this edition that are missing from their folder, cannot be read or cannot be understood, with a French sentence
   * that says what to do. What stands in them is null or empty above.
   */
  unreadable: z.array(z.strictObject({ file: Line, message: Line })),
});
export type EditionState = z.infer<typeof EditionState>;

/**
 * How far the printing of an edition is: what its record in the CMS follows. One event of `GET /editions/events`, which begins
 * with every edition that the deployer knows; `GET /editions/<id>/events` tells the whole EditionState of one.
 */
export const EditionProgress = z.strictObject({
  edition: Id,
  /** A proof is there, or under way. */
  begun: z.boolean(),
  /** `content` is the SHA-256 of the PrintExport that was printed. */
  frozen: z.strictObject({ at: Instant, content: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});
export type EditionProgress = z.infer<typeof EditionProgress>;

export const progressOf = ({
  edition,
  printing,
  proof,
  frozen,
}: Pick<EditionState, 'edition' | 'printing' | 'proof' | 'frozen'>): EditionProgress => ({
  edition,
  begun: printing !== null || proof !== null || frozen !== null,
  frozen: frozen && { at: frozen.at, content: frozen.report.content },
});

/** The stage that follows from it; null when nothing was printed yet. */
export const stageOf = ({ begun, frozen }: Pick<EditionProgress, 'begun' | 'frozen'>): EditionStage | null =>
  frozen ? 'figée' : begun ? 'épreuve' : null;

/** `POST /editions/<id>/links` */
export const NewPrintShopLink = z.strictObject({ recipient: Line, days: z.int().min(1).max(90) });
export type NewPrintShopLink = z.infer<typeof NewPrintShopLink>;

/** Its answer: `url` is public, signed, and not kept anywhere. */
export const MadePrintShopLink = z.strictObject({ url: z.url(), link: PrintShopLink });
export type MadePrintShopLink = z.infer<typeof MadePrintShopLink>;
