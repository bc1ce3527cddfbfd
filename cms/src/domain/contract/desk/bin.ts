/** What « Corbeille » exchanges with the CMS. */
import { z } from 'zod';
import { Id, Instant, Line } from '../../primitives.ts';

/** One line of `GET /trame/bin`: the last deleted first. */
export const BinLine = z.strictObject({
  id: z.string().regex(/^\d+$/),
  /** "api::event.event", and how one of its records is called in French. */
  uid: Line,
  kind: Line,
  title: Line,
  deletedAt: Instant,
  deletedBy: Line,
  /** Whole days until it is gone for good; 0: today. */
  daysLeft: z.int().nonnegative(),
  /** It was on the site. */
  wasPublished: z.boolean(),
});
export type BinLine = z.infer<typeof BinLine>;

/** `POST /trame/bin/:id/put-back` */
export const PutBackQuestion = z.strictObject({ publish: z.boolean() });

/** Its answer. */
export const PutBack = z.strictObject({
  uid: Line,
  documentId: Id,
  published: z.boolean(),
  /** At how many places other records name it again. */
  linked: z.int(),
  /** Sentences: what it could not have again, and what it has instead. */
  told: z.array(Line),
});
export type PutBack = z.infer<typeof PutBack>;
