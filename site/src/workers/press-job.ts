/** What the deployer asks of the press worker, in the variable TRAME_PRESS_JOB. Paths are absolute. */
import { z } from 'zod';

export const PressJob = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edition'),
    /** The folder to print into: `export.json` stands in it, and `originals/`, empty. */
    folder: z.string(),
    /** The export of the edition before; null when there was none. */
    previous: z.string().nullable(),
    /** There was an edition before, and its export cannot be read: the report says so. */
    previousUnreadable: z.boolean(),
    printedAt: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('entry'),
    /** The print export, and a name that changes with its content. */
    exportFile: z.string(),
    content: z.string(),
    slug: z.string(),
    /** The PNG to write. Nothing is written when the edition prints no such entry. */
    out: z.string(),
    builtAt: z.iso.datetime(),
  }),
  z.strictObject({
    /** Documents that are set and forgotten: a LettersExport, a MailingExport, a LabelsExport, a SheetsExport. */
    kind: z.enum(['letters', 'mailing', 'labels', 'sheets']),
    /** Holds the document, `source.json`; `set.pdf` is written beside it. */
    folder: z.string(),
  }),
]);
export type PressJob = z.infer<typeof PressJob>;

export const PRESS_JOB_VARIABLE = 'TRAME_PRESS_JOB';
