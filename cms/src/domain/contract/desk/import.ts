/** What « Importer » exchanges with the CMS. */
import { z } from 'zod';
import { columnKeys } from '../../import/columns.ts';
import { Id, Instant, Line } from '../../primitives.ts';
import { consentChannels } from '../../vocabulary/consent-channels.ts';
import { consentSources } from '../../vocabulary/consent-sources.ts';
import { days } from '../../vocabulary/days.ts';
import { FieldDifference } from './review.ts';

const Number = z.string().regex(/^\d+$/);
/**
 * What a file is: a list of an office, the Répertoire national des associations, or an agenda of events. `bulk`: no file, one change
 * made to many records.
 */
export const importSources = ['spreadsheet', 'rna', 'events', 'bulk'] as const;
export type ImportSource = (typeof importSources)[number];
export const importStages = ['draft', 'applied', 'undone'] as const;

export const ImportResult = z.strictObject({
  created: z.int(),
  changed: z.int(),
  published: z.int(),
  same: z.int(),
  left: z.array(z.strictObject({ line: z.int(), name: z.string(), reason: z.string() })),
  /** Taken over, and not online although that was asked. */
  unpublished: z.array(z.strictObject({ line: z.int(), name: z.string(), reason: z.string() })),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** What was done to a record: its content, its publication, or the end of it. */
export const changeActs = ['content', 'online', 'offline'] as const;
export type ChangeAct = (typeof changeActs)[number];

/** One line of `GET /trame/imports`: the last one first. */
export const ListedImport = z.strictObject({
  id: Number,
  at: Instant,
  who: Line,
  source: z.enum(importSources),
  fileName: z.string(),
  stage: z.enum(importStages),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  undoneBy: z.string().nullable(),
  result: ImportResult.nullable(),
});
export type ListedImport = z.infer<typeof ListedImport>;

export const ColumnTarget = z.strictObject({
  field: z.enum([...columnKeys, 'note', 'leave']),
  group: z.string().max(120),
  role: z.string().max(120),
  day: z.enum(days.values).nullable(),
});

/** A column of the table, what it is taken for, and some of what stands in it. */
export const ImportColumn = z.strictObject({
  index: z.int(),
  letter: z.string(),
  head: z.string(),
  filled: z.int(),
  hidden: z.boolean(),
  samples: z.array(z.string()),
  target: ColumnTarget,
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const plannedActs = ['new', 'changed', 'same', 'refused', 'asked', 'left'] as const;
export type PlannedAct = (typeof plannedActs)[number];
const Counts = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  asked: z.int(),
  left: z.int(),
  /** Of the new and changed ones: those that lack something to be published. */
  incomplete: z.int(),
});

export const FileConsent = z.strictObject({
  channels: z.array(z.enum(consentChannels.values)).min(1),
  source: z.enum(consentSources.values),
  date: z.iso.date(),
});

const Choices = z.array(z.strictObject({ id: Id, name: z.string() }));

/** What is being done, if something is. */
export const ImportProgress = z.strictObject({ what: z.enum(['apply', 'undo']), done: z.int(), total: z.int() });
export type ImportProgress = z.infer<typeof ImportProgress>;

/** `GET /trame/imports/:id`, and the answer to what is decided. */
export const ImportView = z.strictObject({
  id: Number,
  at: Instant,
  who: Line,
  source: z.enum(importSources),
  fileName: z.string(),
  stage: z.enum(importStages),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  undoneBy: z.string().nullable(),
  result: ImportResult.nullable(),
  progress: ImportProgress.nullable(),
  /** Why the last attempt was given up: a French sentence. */
  failure: z.string().nullable(),
  /** French sentences about the file. */
  remarks: z.array(z.string()),
  sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean(), rows: z.int() })),
  sheet: z.string().nullable(),
  headLine: z.int().nullable(),
  columns: z.array(ImportColumn),
  /** Were the columns chosen for an earlier file with the same heads? */
  remembered: z.boolean(),
  policy: z.enum(['replace', 'complete']),
  consent: FileConsent.nullable(),
  counts: Counts.nullable(),
  /** Names of the file that are none of the territory's lists, each once, with how many lines bear it. */
  unknown: z.array(
    z.strictObject({
      list: z.enum(['themes', 'audiences', 'communes']),
      key: z.string(),
      name: z.string(),
      lines: z.int(),
    }),
  ),
  /** Of a file of the national register: its day, the day from which on associations are taken, and how many are older. */
  register: z
    .strictObject({ asOf: z.iso.date().nullable(), since: z.iso.date().nullable(), older: z.int() })
    .nullable(),
  choices: z.strictObject({ themes: Choices, audiences: Choices, communes: Choices }),
  /** Names the plan that was shown: what is taken over is that one, or nothing. */
  plan: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

export const ImportFault = z.strictObject({
  line: z.int(),
  column: z.int().nullable(),
  letter: z.string().nullable(),
  head: z.string().nullable(),
  text: z.string(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof ImportFault>;

/** One association of the file, as the plan has it. */
export const PlannedLine = z.strictObject({
  line: z.int(),
  lines: z.array(z.int()),
  name: z.string(),
  act: z.enum(plannedActs),
  documentId: z.string().nullable(),
  by: z.enum(['rna', 'siret', 'name', 'contact', 'id', 'chosen']).nullable(),
  candidates: z.array(z.strictObject({ documentId: Id, name: z.string(), commune: z.string().nullable() })),
  faults: z.array(ImportFault),
  remarks: z.array(z.strictObject({ line: z.int(), letter: z.string().nullable(), message: z.string() })),
  differences: z.array(FieldDifference),
  missing: z.array(z.string()),
  isPublished: z.boolean(),
});
export type PlannedLine = z.infer<typeof PlannedLine>;

/** `GET /trame/imports/:id/lines?act=…&page=…`, fifty a page. */
export const LinesQuestion = z.strictObject({
  act: z.enum([...plannedActs, 'incomplete']),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const PlannedLines = z.strictObject({
  lines: z.array(PlannedLine),
  page: z.int(),
  pages: z.int(),
  total: z.int(),
});
export type PlannedLines = z.infer<typeof PlannedLines>;

/** `POST /trame/imports/:id/decide`: what is not sent stays. */
export const DecideQuestion = z.strictObject({
  sheet: z.string().max(255).optional(),
  headLine: z.int().positive().max(1_048_576).nullable().optional(),
  columns: z.record(z.string().regex(/^\d{1,4}$/), ColumnTarget).optional(),
  /** A text stands instead of the cell; null takes that back. */
  cells: z.record(z.string().regex(/^\d{1,7}:\d{1,4}$/), z.string().max(20_000).nullable()).optional(),
  values: z
    .array(
      z.strictObject({
        list: z.enum(['themes', 'audiences', 'communes']),
        key: z.string().min(1).max(500),
        /** Empty: left out. Null: asked again. */
        ids: z.array(Id).max(50).nullable(),
      }),
    )
    .max(500)
    .optional(),
  /** `new`, `leave`, `take` what would be left aside, a documentId; null takes that back. */
  lines: z.record(z.string().regex(/^\d{1,7}$/), z.string().min(1).max(64).nullable()).optional(),
  /** Every cell that could not be read is left out, and its line taken over without it. */
  leaveFaultyCells: z.literal(true).optional(),
  policy: z.enum(['replace', 'complete']).optional(),
  /** Of the register: what was last declared before that day is left out; null takes all. */
  since: z.iso.date().nullable().optional(),
  consent: FileConsent.nullable().optional(),
});
export type DecideQuestion = z.infer<typeof DecideQuestion>;

/** `POST /trame/imports/:id/apply` */
export const ApplyQuestion = z.strictObject({ plan: z.string(), publish: z.boolean() });

/** `POST /trame/imports/:id/undo`: all of it, or some lines. */
export const UndoQuestion = z.strictObject({ changes: z.array(Number).max(20_000).nullable() });

/** `GET /trame/imports/:id/changes`: what an import did, line by line. */
export const ImportChange = z.strictObject({
  id: Number,
  line: z.int(),
  uid: z.string(),
  documentId: Id,
  title: z.string(),
  isNew: z.boolean(),
  act: z.enum(changeActs),
  published: z.boolean(),
  /** `undone`, or whether it can be: somebody changed it since, or it is gone. */
  state: z.enum(['done', 'undone', 'touched', 'gone']),
  undoneBy: z.string().nullable(),
});
export type ImportChange = z.infer<typeof ImportChange>;
