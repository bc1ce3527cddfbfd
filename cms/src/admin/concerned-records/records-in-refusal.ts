import { z } from 'zod';
import { ConcernedRecord } from '../../domain/contract/refusal.ts';

const Fault = z.object({ records: z.array(ConcernedRecord).default([]) });
/** Strapi's refusal of a form, and the one of our own routes. */
const Body = z.object({
  error: z.object({
    details: z.object({ errors: z.array(Fault).default([]) }).optional(),
    faults: z.array(Fault).optional(),
  }),
});

/** The other records that a refusal is about, each once; empty for any other answer. */
export function recordsIn(body: unknown): ConcernedRecord[] {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return [];
  const { details, faults = [] } = parsed.data.error;
  const all = [...(details?.errors ?? []), ...faults].flatMap(({ records }) => records);
  return [...new Map(all.map((record) => [`${record.uid} ${record.documentId}`, record])).values()];
}
