/** What « Agendas suivis » exchanges with the CMS. */
import { z } from 'zod';
import { Instant, Line } from '../../primitives.ts';

/**
 * What became of the last reading: events are proposed, an earlier proposal is being worked on, nothing is new, or the agenda could
 * not be read.
 */
export const agendaOutcomes = ['proposed', 'waiting', 'same', 'failed'] as const;
export type AgendaOutcome = (typeof agendaOutcomes)[number];

const Number = z.string().regex(/^\d{1,18}$/);

export const FollowedAgenda = z.strictObject({
  id: Number,
  name: Line,
  address: z.string(),
  who: Line,
  addedAt: Instant,
  fetchedAt: Instant.nullable(),
  outcome: z.enum(agendaOutcomes).nullable(),
  /** A French sentence: why it could not be read. */
  message: z.string().nullable(),
  /** The import that waits for an editor. */
  proposal: Number.nullable(),
});
export type FollowedAgenda = z.infer<typeof FollowedAgenda>;

/** `POST /trame/agendas`: an address that is followed from now on, and read at once. */
export const FollowQuestion = z.strictObject({
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().min(1).max(2_000),
});
export type FollowQuestion = z.infer<typeof FollowQuestion>;
