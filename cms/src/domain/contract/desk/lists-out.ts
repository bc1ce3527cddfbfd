/** A list of the admin on its way out: what is taken, for whom, why, and as what. */
import { z } from 'zod';
import { labelSheetNames } from '../../label-sheets.ts';
import { listColumnKeys } from '../../lists-out/columns.ts';
import { listDestinations } from '../../vocabulary/list-destinations.ts';
import { listFormats } from '../../vocabulary/list-formats.ts';
import { listReasons } from '../../vocabulary/list-reasons.ts';
import { LettersCheck } from './campaign.ts';
import { FOUND_TYPES, RecordCriteria } from './finding.ts';

/** Records that are named one by one; a longer list is taken whole. */
export const MOST_TICKED = 1000;

export const TickedRecord = z.strictObject({ uid: z.enum(FOUND_TYPES), documentId: z.string().min(1).max(64) });
export type TickedRecord = z.infer<typeof TickedRecord>;

/** Which records: all of a list, or those of it that somebody ticked. */
export const TakenRecords = z.strictObject({
  criteria: RecordCriteria,
  /** Null: all of them. */
  ticked: z.array(TickedRecord).min(1).max(MOST_TICKED).nullable(),
});
export type TakenRecords = z.infer<typeof TakenRecords>;

/** `POST /trame/lists-out/look` ← this: what such a list would hold. Changes nothing. */
export const LookQuestion = z.strictObject({
  taken: TakenRecords,
  destination: z.enum(listDestinations.values),
});
export type LookQuestion = z.infer<typeof LookQuestion>;

export const ListOutLook = z.strictObject({
  /** How many records the file would hold. */
  count: z.int().nonnegative(),
  /** Records of the list that such a reader gets none of: they are not online. */
  notOnline: z.int().nonnegative(),
  /** Associations of it whose contacts did not agree to that reader, so that these cells stay empty. */
  withoutContact: z.int().nonnegative(),
  /** What the account may read of these types, in the order of the table. */
  columns: z.array(z.enum(listColumnKeys)),
  /** As this account chose last; the usual ones before that. Of columns that are offered. */
  chosen: z.array(z.enum(listColumnKeys)),
});
export type ListOutLook = z.infer<typeof ListOutLook>;

export const MOST_REASON_WORDS = 200;

/** Why, for the journal: one of a short list, and words of one’s own. */
export const ReasonGiven = z.strictObject({
  reason: z.enum(listReasons.values),
  words: z.string().trim().max(MOST_REASON_WORDS),
});
export type ReasonGiven = z.infer<typeof ReasonGiven>;

/**
 * A file that was made for an editor. Strapi’s client of the admin reads nothing but JSON of an answer to a POST, and a GET must not
 * write into the journal: so the bytes come inside.
 */
export const MadeFile = z.strictObject({
  /** With its ending. */
  name: z.string().min(1),
  type: z.string().min(1),
  base64: z.base64(),
});
export type MadeFile = z.infer<typeof MadeFile>;

/** `POST /trame/lists-out/table` ← this: a MadeFile. The journal keeps who, which list, for whom and why. */
export const TableQuestion = z.strictObject({
  ...LookQuestion.shape,
  ...ReasonGiven.shape,
  format: z.enum(listFormats.values),
  columns: z.array(z.enum(listColumnKeys)).min(1).max(listColumnKeys.length),
});
export type TableQuestion = z.infer<typeof TableQuestion>;

/** `POST /trame/lists-out/labels/look` ← this: LabelsLook. Labels are for the office, which writes to associations. */
export const LabelsLookQuestion = z.strictObject({ taken: TakenRecords });

export const LabelsLook = z.strictObject({
  /** Associations of the list. */
  count: z.int().nonnegative(),
  /** Records of the list that are no associations. */
  others: z.int().nonnegative(),
  /** What is to be known before printing. */
  faults: LettersCheck.shape.faults,
});
export type LabelsLook = z.infer<typeof LabelsLook>;

/** `POST /trame/lists-out/labels` ← this: a MadeFile, PDF. */
export const LabelsQuestion = z.strictObject({
  ...LabelsLookQuestion.shape,
  ...ReasonGiven.shape,
  sheet: z.enum(labelSheetNames),
  /** The first label of the first sheet that is still there, from 1. */
  first: z.int().min(1).max(24),
  /** An association without an address gets its label in care of its town hall; else none. */
  townHalls: z.boolean(),
});
export type LabelsQuestion = z.infer<typeof LabelsQuestion>;

/** `POST /trame/lists-out/sheets` ← this: a MadeFile, PDF. */
export const SheetsQuestion = z.strictObject({ ...LookQuestion.shape, ...ReasonGiven.shape });
export type SheetsQuestion = z.infer<typeof SheetsQuestion>;

/**
 * Why an association of the list gets no letter: no contact of it has an address; its address asked to appear nowhere any more;
 * its reader stopped the letters to lists.
 */
export const leftOutReasons = ['no-address', 'nowhere', 'stopped'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const LeftOut = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  why: z.enum(leftOutReasons),
});
export type LeftOut = z.infer<typeof LeftOut>;

/**
 * `POST /trame/lists-out/addresses` ← this: AddressesAnswer. For the office, which writes to associations about their entry and
 * what it does for them.
 */
export const AddressesQuestion = z.strictObject({ taken: TakenRecords, ...ReasonGiven.shape });
export type AddressesQuestion = z.infer<typeof AddressesQuestion>;

export const AddressesAnswer = z.strictObject({
  /** E-mail addresses, each once, in the order of the associations. */
  addresses: z.array(z.string()),
  /** How many associations they reach. */
  reached: z.int().nonnegative(),
  /** Associations that no address of it reaches, and why. */
  without: z.array(LeftOut),
  /** Records of the list that are no associations. */
  others: z.int().nonnegative(),
});
export type AddressesAnswer = z.infer<typeof AddressesAnswer>;
