import { z } from 'zod';
import type { LeftOut } from '../../../domain/contract/desk/publication-report.ts';

const french = z.locales.fr().localeError;

/** What the contract reproaches a value with, one French line per field; empty when it accepts it. */
export function reproaches(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'fiche'} : ${message}`);
}

/**
 * Keeps the records that the contract accepts. One that slipped past the rules (a seed in SQL, a rule that is newer than the
 * record) must not keep every other from being published: it is left out and reported.
 */
export function keepValid<Schema extends z.ZodType>(
  schema: Schema,
  uid: string,
  candidates: readonly (z.input<Schema> & { id: string; title?: string; name?: string })[],
): { kept: z.output<Schema>[]; leftOut: LeftOut[] } {
  const kept: z.output<Schema>[] = [];
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const result = schema.safeParse(candidate, { error: french });
    if (result.success) kept.push(result.data);
    else {
      const title = candidate.title ?? candidate.name ?? '';
      leftOut.push({ uid, documentId: candidate.id, title, reasons: reproaches(result.error) });
    }
  }
  return { kept, leftOut };
}

/** The same for a single type, without which there is no site. @throws the error that `refuse` makes of the reasons */
export function requireValid<Schema extends z.ZodType>(
  schema: Schema,
  candidate: z.input<Schema>,
  refuse: (reasons: string[]) => Error,
): z.output<Schema> {
  const result = schema.safeParse(candidate, { error: french });
  if (!result.success) throw refuse(reproaches(result.error));
  return result.data;
}
