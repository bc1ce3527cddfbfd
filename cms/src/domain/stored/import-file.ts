/** A file that an editor brings in, between its arrival and its taking over: columns `workbook`, `decisions` and `result` of `trame_imports`. */
import { z } from 'zod';
import type { Workbook } from '../import/workbook.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import { consentSources } from '../vocabulary/consent-sources.ts';
import { days } from '../vocabulary/days.ts';
import { stored, type Same } from './stored.ts';

const Cell = z.strictObject({
  text: z.string(),
  number: z.number().optional(),
  boolean: z.boolean().optional(),
  day: z.string().optional(),
  time: z.string().optional(),
  from: z.enum(['formula', 'merged', 'error']).optional(),
});

const Sheet = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  hiddenColumns: z.array(z.int()).readonly(),
  rows: z.array(z.strictObject({ line: z.int(), hidden: z.boolean(), cells: z.array(Cell).readonly() })).readonly(),
});

export const storedImportFile = stored({
  name: 'trame-import-file',
  schema: z.strictObject({
    // Not `format`: that is the stamp.
    kind: z.enum(['csv', 'xlsx', 'xlsm', 'ods', 'xls', 'agenda']),
    encoding: z.string().nullable(),
    separator: z.string().nullable(),
    sheets: z.array(Sheet).readonly(),
    remarks: z.array(z.string()).readonly(),
  }),
  // Version 1 knew no agenda: every kind that it had is one of today.
  upgrades: [(file) => file],
});
type StoredFile = z.infer<typeof storedImportFile.schema>;
/** The stored file is the workbook that was read: its cells have no other shape. */
export const sameSheets: Same<Workbook['sheets'], StoredFile['sheets']> = true;

const ColumnTarget = z.strictObject({
  /** A key of `domain/import/columns.ts`, `note` or `leave`: one that a later program does not know is a note. */
  field: z.string().max(40),
  group: z.string().max(120),
  role: z.string().max(120),
  day: z.enum(days.values).nullable(),
});

/** documentIds by what the file says, as `nameKey` tells it. */
const Values = z.record(z.string().max(500), z.array(z.string().max(64)).max(50));

export const storedImportDecisions = stored({
  name: 'trame-import-decisions',
  schema: z.strictObject({
    /** By its name; null when the file has no sheet with anything in it. */
    sheet: z.string().nullable(),
    headLine: z.int().positive().nullable(),
    /** By the index of the column. */
    columns: z.record(z.string().regex(/^\d{1,4}$/), ColumnTarget),
    /** `line:column` → the text that stands instead. */
    cells: z.record(z.string().regex(/^\d{1,7}:\d{1,4}$/), z.string().max(20_000)),
    values: z.strictObject({ themes: Values, audiences: Values, communes: Values }),
    /** The first line of an association → `new`, `leave`, or a documentId. */
    lines: z.record(z.string().regex(/^\d{1,7}$/), z.string().max(64)),
    policy: z.enum(['replace', 'complete']),
    consent: z
      .strictObject({
        channels: z.array(z.enum(consentChannels.values)).min(1),
        source: z.enum(consentSources.values),
        date: z.iso.date(),
      })
      .nullable(),
    /** Of a file of the national register: the day from which on something must have been declared, and what day the file is of. */
    register: z.strictObject({ since: z.iso.date().nullable(), asOf: z.iso.date().nullable() }).nullable(),
  }),
  // Version 1 knew lists of offices only.
  upgrades: [(decisions) => ({ ...(decisions as object), register: null })],
});
export type ImportDecisions = z.infer<typeof storedImportDecisions.schema>;

export const storedImportResult = stored({
  name: 'trame-import-result',
  schema: z.strictObject({
    /** How many associations. */
    created: z.int(),
    changed: z.int(),
    published: z.int(),
    same: z.int(),
    /** Lines that were not taken over, and why: a French sentence each. */
    left: z.array(z.strictObject({ line: z.int(), name: z.string(), reason: z.string() })),
    /** Lines that were taken over and are not online, where that was asked, and why. */
    unpublished: z.array(z.strictObject({ line: z.int(), name: z.string(), reason: z.string() })),
  }),
  // Version 1 did not say why: nothing is told of it, as before.
  upgrades: [(result) => ({ ...(result as object), unpublished: [] })],
});
export type ImportResult = z.infer<typeof storedImportResult.schema>;
