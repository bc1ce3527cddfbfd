/** What a device tells of questions that the directory could not answer (decision 0070). */
import { z } from 'zod';
import { isTellable, LONGEST_QUESTION, MOST_QUESTIONS, UNANSWERED_FORMAT } from '../unanswered-questions.ts';

const Words = z.string().min(1).max(LONGEST_QUESTION);

export const UnansweredQuestions = z.strictObject({
  format: z.literal(UNANSWERED_FORMAT),
  questions: z
    .array(z.strictObject({ question: Words, missing: Words }).refine(isTellable))
    .min(1)
    .max(MOST_QUESTIONS),
});
export type UnansweredQuestions = z.infer<typeof UnansweredQuestions>;
