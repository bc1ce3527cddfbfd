import type { z } from 'zod';
import { Refused, refusals } from './refused.ts';

const words = {
  unexpected: 'Cette valeur n’est pas celle que la page devait envoyer.',
  tooLong: (characters: number) => `Ce texte est trop long : ${characters} caractères au plus.`,
  tooMany: (items: number) => `La liste est trop longue : ${items} au plus.`,
};

type Issue = z.core.$ZodIssue;

function messageOf(issue: Issue): string {
  if (issue.code !== 'too_big') return words.unexpected;
  if (issue.origin === 'string') return words.tooLong(Number(issue.maximum));
  return issue.origin === 'array' ? words.tooMany(Number(issue.maximum)) : words.unexpected;
}

/** Many mistakes are one attack: what is listed helps somebody mend a form. */
const MOST_FAULTS = 20;

/**
 * A question, held to its shape: no key too many, no text too long.
 * @throws {Refused} with a French sentence for each field
 */
export function understood<S extends z.ZodType>(shape: S, question: unknown): z.output<S> {
  const parsed = shape.safeParse(question);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => ({ path: issue.path.join('.').replace(/^entry\./, ''), message: messageOf(issue) }));
  throw new Refused('invalid', refusals.notUnderstood().message, faults);
}
