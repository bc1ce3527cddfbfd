/** What `pnpm audit` knows of vulnerabilities of what we install. */
import { z } from 'zod';

const Advisory = z.object({
  module_name: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
  title: z.string(),
  url: z.string().optional(),
});
const Answer = z.object({ advisories: z.record(z.string(), Advisory) });
const Failure = z.object({ error: z.object({ message: z.string() }) });

export type Advisory = z.infer<typeof Advisory>;

export type Audit =
  | { readonly known: true; readonly advisories: readonly Advisory[] }
  /** Nobody could be asked: nothing is known, which is not the same as nothing being wrong. */
  | { readonly known: false; readonly why: string };

/** @param output of `pnpm audit --json` */
export function readAudit(output: string): Audit {
  let said: unknown;
  try {
    said = JSON.parse(output);
  } catch {
    return { known: false, why: output.trim().slice(0, 300) };
  }
  const failure = Failure.safeParse(said);
  if (failure.success) return { known: false, why: failure.data.error.message.trim() };
  const answer = Answer.safeParse(said);
  if (!answer.success) return { known: false, why: output.trim().slice(0, 300) };
  return { known: true, advisories: Object.values(answer.data.advisories) };
}

/** What may wait for the next release of whoever wrote it, and what may not. */
export const isUrgent = ({ severity }: Advisory): boolean => severity === 'high' || severity === 'critical';
