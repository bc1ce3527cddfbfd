/** The sets of questions by which the search is judged, as the README of this folder describes them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The day on which questions are asked: "ce week-end" and what is over are judged by it. */
export const judgedOn = '2026-09-01';

export const questionSets = ['own', 'lives', 'kinds', 'held-out', 'held-out-2', 'forms'] as const;

export type QuestionSet = (typeof questionSets)[number];

/** `formulaire` and `accueil` are of the set of forms only: what is filled in, and what the home page offers. */
const KINDS = [
  ...['age', 'moment', 'lieu', 'public', 'prix', 'synonyme', 'besoin', 'faute', 'nom', 'intention', 'sans'],
  ...['formulaire', 'accueil'],
] as const;

const Question = z.strictObject({
  /** As it is typed or said; in the set of forms, the label of the home page or the query itself. */
  q: z.string().min(1),
  /** Part of the address after `?`, for what is asked by a form. */
  query: z.string().min(1).optional(),
  kind: z.enum(KINDS),
  /** Paths without slashes at the ends; empty when the right answer is that there is none here. */
  expected: z.array(z.string().regex(/^(associations|agenda|ressources|guides)\/[a-z0-9-]+$/u)),
});

export type Question = z.infer<typeof Question>;

/** @throws ZodError when a file has another shape than the README says. */
export function readQuestions(set: QuestionSet): Question[] {
  const file = path.join(import.meta.dirname, `${set}.json`);
  return z.array(Question).parse(JSON.parse(readFileSync(file, 'utf8')));
}
