/** `GET /trame/relation-choices`: which records a relation of a form may lead to, and how the chosen ones are called. */
import { z } from 'zod';
import { Id, Line } from '../../primitives.ts';

/** One record that may be chosen. */
export const RelationChoice = z.strictObject({
  id: Id,
  name: Line,
  /** What tells it from another of the same name: its commune, its next date; empty when there is nothing to say. */
  detail: z.string(),
  /** Residents do not see it yet: neither does a record that leads to it. */
  online: z.boolean(),
});
export type RelationChoice = z.infer<typeof RelationChoice>;

export const RelationChoices = z.strictObject({
  choices: z.array(RelationChoice),
  /** There are more that correspond than are given. */
  more: z.boolean(),
});
export type RelationChoices = z.infer<typeof RelationChoices>;

/** The most that one answer gives. */
export const MOST_CHOICES = 20;
