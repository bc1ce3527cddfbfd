/** What a printing says of itself: read by editors in the admin, by the print shop beside its files, and by `freeze`. */
import { z } from 'zod';
import { pdfStandards } from '../../vocabulary/pdf-standards.ts';
import { Id, Instant, Line } from '../../primitives.ts';

/** `failed` forbids freezing; `warning` is for a human to judge. */
export const CheckOutcome = z.enum(['passed', 'warning', 'failed']);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

/** One thing that a preflight looks at, measured in the finished file. All words are French. */
export const PrintCheck = z.strictObject({
  /** Stable name for programs: "rgb-objects", "trim-box", "fonts-embedded"… */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** "Aucun objet en RVB" */
  title: Line,
  outcome: CheckOutcome,
  /** What was measured, with its unit and the limit: "encrage maximal 287 % (limite 300 %)". */
  measure: Line,
  /** Where it fails: "interieur.pdf, page 12". Empty when it passed. At most some twenty, `measure` says how many there are. */
  places: z.array(Line),
});
export type PrintCheck = z.infer<typeof PrintCheck>;

/** What a record lost or lacks on paper, for the editor who can mend it. */
export const PrintNotice = z.strictObject({
  kind: z.enum(['shortened', 'missing-character', 'missing-image', 'low-resolution', 'missing-consent', 'other']),
  /** "Association « Judo club »" */
  record: Line,
  /** The association's documentId, for a link to its form; null for another record. */
  association: Id.nullable(),
  /** One sentence in French: what was found, what was done about it, how to mend it. */
  message: Line,
  /** Page of the booklet where it shows; null when it shows nowhere. */
  page: z.int().positive().nullable(),
});
export type PrintNotice = z.infer<typeof PrintNotice>;

/** A file of the printing; `name` is its name in the folder and in links. */
export const PrintedFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+\.(pdf|zip)$/),
  /** "Intérieur", "Couverture", "Livret, couverture comprise", "Textes et images pour la mise en page" */
  label: Line,
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Null for what is no PDF. */
  pages: z.int().positive().nullable(),
});
export type PrintedFile = z.infer<typeof PrintedFile>;

/** An entry that came, left or changed since the edition before; `what` names the fields, in French. */
export const EntryChange = z.strictObject({ association: Id, name: Line, what: z.array(Line) });
export type EntryChange = z.infer<typeof EntryChange>;

export const PRINT_REPORT_FORMAT = 'trame-print-report/1';

export const PrintReport = z.strictObject({
  format: z.literal(PRINT_REPORT_FORMAT),
  edition: z.strictObject({ id: Id, year: z.int(), title: Line }),
  printedAt: Instant,
  /** SHA-256 of the PrintExport that was printed: names the content. */
  content: z.string().regex(/^[0-9a-f]{64}$/),
  /** What set it: another version may set it otherwise. */
  software: z.strictObject({ typst: Line, trame: Line }),
  standard: z.enum(pdfStandards.values),
  /** "FOGRA39L Coated": as the profile calls itself. */
  profile: Line,
  files: z.array(PrintedFile).min(1),
  /** Of the interior, or of the whole self-cover booklet. */
  pages: z.int().positive(),
  entries: z.int().nonnegative(),
  /** Pages of notes that bring the count to a multiple of four. */
  notesPages: z.int().nonnegative(),
  /** Null when stitched. */
  spineMm: z.number().positive().nullable(),
  /** First page of each entry, by the association's slug. */
  entryPages: z.record(z.string(), z.int().positive()),
  checks: z.array(PrintCheck),
  notices: z.array(PrintNotice),
  /** Null when no edition was frozen before. */
  changes: z
    .strictObject({
      since: Line,
      came: z.array(EntryChange),
      left: z.array(EntryChange),
      changed: z.array(EntryChange),
    })
    .nullable(),
});
export type PrintReport = z.infer<typeof PrintReport>;

/** May these files be frozen? */
export const isPrintable = (report: Pick<PrintReport, 'checks'>): boolean =>
  report.checks.every(({ outcome }) => outcome !== 'failed');
