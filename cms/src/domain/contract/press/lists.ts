/**
 * What an editor has printed of a list: labels, a letter to each association, and a page for each. Posted to the deployer when
 * somebody asks, set and forgotten, as letters of a campaign are (decision 0017): `POST <deployer>/lists/labels.pdf`,
 * `POST <deployer>/lists/mailing.pdf`, `POST <deployer>/lists/sheets.pdf`.
 */
import { z } from 'zod';
import { MOST_LINES } from '../../envelope/envelope-address.ts';
import { labelSheetNames, labelsOnSheet } from '../../label-sheets.ts';
import { CalendarDate, Line } from '../../primitives.ts';
import { MOST_LETTERS, PaperOffice } from './letters.ts';

/** One of a directory of the largest territory each, and some. */
export const MOST_LABELS = 12_000;
export const LABELS_EXPORT_FORMAT = 'trame-labels/1';

export const LabelsExport = z
  .strictObject({
    format: z.literal(LABELS_EXPORT_FORMAT),
    sheet: z.enum(labelSheetNames),
    /** The first label of the first sheet that is still there, from 1. */
    first: z.int().min(1).max(24),
    /** As on an envelope (`domain/envelope/`): who, then where. */
    labels: z.array(z.array(Line).min(1).max(MOST_LINES)).min(1).max(MOST_LABELS),
  })
  .refine(({ sheet, first }) => first <= labelsOnSheet(sheet), { path: ['first'] });
export type LabelsExport = z.infer<typeof LabelsExport>;

export const MAILING_EXPORT_FORMAT = 'trame-mailing/1';

/** One letter of the office, as each association gets it. */
export const MailingExport = z.strictObject({
  format: z.literal(MAILING_EXPORT_FORMAT),
  office: PaperOffice,
  writtenOn: CalendarDate,
  letters: z
    .array(
      z.strictObject({
        envelope: z.array(Line).min(1).max(MOST_LINES),
        /** The editor's words, variables filled in: each paragraph with its lines. */
        subject: Line,
        paragraphs: z.array(z.array(Line).min(1)).min(1),
      }),
    )
    .min(1)
    .max(MOST_LETTERS),
});
export type MailingExport = z.infer<typeof MailingExport>;

export const MOST_SHEETS = 500;
export const SHEETS_EXPORT_FORMAT = 'trame-sheets/1';

export const RecordSheet = z.strictObject({
  title: Line,
  /** Where it is, its acronym, its official name. */
  subtitle: Line.nullable(),
  /** « En ligne, vérifiée le 3 juillet 2026 » */
  state: Line.nullable(),
  sections: z.array(
    z.strictObject({
      title: Line,
      rows: z.array(z.strictObject({ label: Line, lines: z.array(Line).min(1) })).min(1),
    }),
  ),
});
export type RecordSheet = z.infer<typeof RecordSheet>;

export const SheetsExport = z.strictObject({
  format: z.literal(SHEETS_EXPORT_FORMAT),
  office: Line,
  madeOn: CalendarDate,
  /** Who may read these pages, said at the foot of each. */
  audience: Line,
  sheets: z.array(RecordSheet).min(1).max(MOST_SHEETS),
});
export type SheetsExport = z.infer<typeof SheetsExport>;

/** Bytes of any of these documents. */
export const LISTS_EXPORT_BYTES = 40_000_000;
