/** One change made to many associations at once: what it would do, then what it did. Undone where imports are. */
import { z } from 'zod';
import { Id } from '../../primitives.ts';
import { ListedImport } from './import.ts';
import { TakenRecords } from './lists-out.ts';

/** What is changed, the same on each; of which types, `bulk-types.ts` says. */
export const BulkChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('add-theme'), id: Id.max(64) }),
  z.strictObject({ what: z.literal('remove-theme'), id: Id.max(64) }),
  z.strictObject({ what: z.literal('commune'), id: Id.max(64) }),
  z.strictObject({ what: z.literal('in-print'), value: z.boolean() }),
  /** Online or off the site; the record itself stays as it is. */
  z.strictObject({ what: z.literal('online'), value: z.boolean() }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

/** `POST /trame/lists-out/bulk/look` ← this: BulkPlan. Changes nothing. */
export const BulkQuestion = z.strictObject({ taken: TakenRecords, change: BulkChange });
export type BulkQuestion = z.infer<typeof BulkQuestion>;

export const BulkLine = z.strictObject({
  uid: z.string(),
  documentId: Id,
  title: z.string(),
  /** `left`: not touched, and why. */
  act: z.enum(['changed', 'same', 'left']),
  before: z.string(),
  after: z.string(),
  /** French: why it is left, or what is to be known of it. */
  note: z.string().nullable(),
});
export type BulkLine = z.infer<typeof BulkLine>;

export const BulkPlan = z.strictObject({
  /** Names the plan: another one says something else. */
  plan: z.string(),
  /** « Thème ajouté : Sport » */
  name: z.string(),
  changed: z.int().nonnegative(),
  same: z.int().nonnegative(),
  left: z.int().nonnegative(),
  /** Records of the list that have no such field, and stay out of it. */
  others: z.int().nonnegative(),
  /** The same by type. */
  otherTypes: z.array(z.strictObject({ uid: z.string(), count: z.int().positive() })),
  lines: z.array(BulkLine),
});
export type BulkPlan = z.infer<typeof BulkPlan>;

/** `POST /trame/lists-out/bulk/apply` ← this: BulkRun. */
export const BulkApply = z.strictObject({ ...BulkQuestion.shape, plan: z.string().max(64) });
export type BulkApply = z.infer<typeof BulkApply>;

/** `GET /trame/lists-out/bulk/runs/:id`: how far it is. */
export const BulkRun = z.strictObject({
  id: Id,
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Once it is done: its number among imports, where it can be undone. */
  edit: z.string().nullable(),
  /** French: why it was given up; nothing has changed then. */
  failure: z.string().nullable(),
});
export type BulkRun = z.infer<typeof BulkRun>;

/** `GET /trame/lists-out/bulk`: what was changed so, the last one first. */
export const BulkEdits = z.array(ListedImport);
