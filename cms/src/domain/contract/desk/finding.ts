/** Finding a record from any page of the admin, and the lists that an office keeps an eye on. */
import { z } from 'zod';
import { FOUND_TYPES } from '../../records/found-types.ts';
import { recordGaps } from '../../vocabulary/record-gaps.ts';
import { recordStates } from '../../vocabulary/record-states.ts';

export { FOUND_TYPES };

/** A record, as a line of a list. */
export const FoundRecord = z.strictObject({
  uid: z.enum(FOUND_TYPES),
  documentId: z.string(),
  title: z.string(),
  /** Where or when; empty when there is nothing to tell it apart by. */
  detail: z.string(),
  /** Null for what has no drafts. */
  state: z.enum(recordStates.values).nullable(),
  /** Why it is among the results, when its name does not say it: « Marie Dupont, présidente : 05 36 49 00 00 ». */
  because: z.string().nullable(),
});
export type FoundRecord = z.infer<typeof FoundRecord>;

/** Something of the yearly update that bears the name, the number or the address: an answer that waits, a letter of a campaign. */
export const FoundCase = z.strictObject({
  kind: z.enum(['answer', 'request']),
  id: z.string(),
  /** Of a request. */
  campaign: z.string().nullable(),
  title: z.string(),
  /** « Modification, reçue le 3 juillet » */
  detail: z.string(),
  because: z.string().nullable(),
});
export type FoundCase = z.infer<typeof FoundCase>;

/** `GET /trame/find?q=`: the best of each, and how many there are. */
export const Found = z.strictObject({
  records: z.array(FoundRecord),
  cases: z.array(FoundCase),
  total: z.int().nonnegative(),
});
export type Found = z.infer<typeof Found>;

export const MOST_QUESTION = 200;

/** Which records a list holds: all conditions at once, and of `gaps` one is enough. Empty lists and null ask for nothing. */
export const RecordCriteria = z.strictObject({
  /** As it is typed into the search. */
  question: z.string().max(MOST_QUESTION),
  types: z.array(z.enum(FOUND_TYPES)).max(FOUND_TYPES.length),
  states: z.array(z.enum(recordStates.values)).max(recordStates.values.length),
  gaps: z.array(z.enum(recordGaps.values)).max(recordGaps.values.length),
  /** documentId */
  commune: z.string().max(64).nullable(),
  /** documentId */
  theme: z.string().max(64).nullable(),
  /** Not verified for so many months, or never. */
  unverifiedMonths: z.int().min(1).max(120).nullable(),
  /** Only what a booklet may print: published, and not kept out of it. */
  printedOnly: z.boolean(),
});
export type RecordCriteria = z.infer<typeof RecordCriteria>;

/** What asks for nothing: every record. */
export const anyRecord: RecordCriteria = {
  question: '',
  types: [],
  states: [],
  gaps: [],
  commune: null,
  theme: null,
  unverifiedMonths: null,
  printedOnly: false,
};

/** `POST /trame/record-lists/read` ← criteria and page: one page of a list. */
export const ListQuestion = z.strictObject({ criteria: RecordCriteria, page: z.int().min(1).max(10_000) });
export const PAGE_LENGTH = 50;
export const RecordPage = z.strictObject({ records: z.array(FoundRecord), total: z.int().nonnegative() });
export type RecordPage = z.infer<typeof RecordPage>;

/** A list with a name: one of ours, or one that the office saved. */
export const RecordList = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What it holds and what it is for; empty for a list of the office’s own. */
  sentence: z.string(),
  criteria: RecordCriteria,
  /** Of what the account may read. */
  count: z.int().nonnegative(),
  /** Who saved it; null for one of ours. */
  by: z.string().nullable(),
});
export type RecordList = z.infer<typeof RecordList>;

/** `GET /trame/record-lists` */
export const RecordLists = z.strictObject({
  lists: z.array(RecordList),
  /** Saved lists that an older or newer program wrote and that cannot be understood. */
  unreadable: z.int().nonnegative(),
  communes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  themes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type RecordLists = z.infer<typeof RecordLists>;

export const MOST_NAME = 80;

/** `POST /trame/record-lists` */
export const ListToSave = z.strictObject({ name: z.string().trim().min(1).max(MOST_NAME), criteria: RecordCriteria });
export type ListToSave = z.infer<typeof ListToSave>;

/** Types whose look-alikes are told while a record is made. */
export const TWIN_TYPES = ['association', 'event', 'venue', 'contact'] as const;

/** `GET /trame/look-alikes?type=&name=&commune=&phone=&email=&rnaId=&day=&except=` */
export const TwinQuestion = z.strictObject({
  type: z.enum(TWIN_TYPES),
  name: z.string().max(300).default(''),
  /** documentId */
  commune: z.string().max(64).default(''),
  phone: z.string().max(60).default(''),
  email: z.string().max(254).default(''),
  rnaId: z.string().max(30).default(''),
  /** Of an event, `YYYY-MM-DD`. */
  day: z.string().max(10).default(''),
  /** documentId of the record itself, once it is saved. */
  except: z.string().max(64).default(''),
});
export type TwinQuestion = z.infer<typeof TwinQuestion>;

/** Records that may be the one that is being made, the most alike first. */
export const Twins = z.strictObject({
  found: z.array(
    z.strictObject({
      ...FoundRecord.omit({ because: true }).shape,
      /** In French: « Même numéro RNA », « Même contact », « Nom presque pareil ». */
      why: z.string(),
    }),
  ),
});
export type Twins = z.infer<typeof Twins>;
