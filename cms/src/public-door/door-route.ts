/** What every handler behind a public door has in common: its question is held to a strict shape, its answer is a value. */
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';

export type DoorContext = Parameters<Core.ControllerHandler>[0];

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
 * @throws {AnswerRefused} with a French sentence for each field
 */
export function understood<S extends z.ZodType>(shape: S, question: unknown): z.output<S> {
  const parsed = shape.safeParse(question);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => ({ path: issue.path.join('.').replace(/^entry\./, ''), message: messageOf(issue) }));
  throw new AnswerRefused('invalid', refusals.notUnderstood().message, faults);
}

/** The body of a request, held to `shape`. @throws {AnswerRefused} */
export const questionOf = <S extends z.ZodType>(ctx: DoorContext, shape: S): z.output<S> =>
  understood(shape, (ctx.request as { body?: unknown }).body ?? {});

/**
 * A handler that is asked `shape` and answers JSON with `status`. Refusals are answered by the guard (`guard.ts`), which
 * stands around every route.
 */
export const doorRoute =
  <S extends z.ZodType>(shape: S, status: number, answer: (question: z.output<S>, ctx: DoorContext) => unknown) =>
  async (ctx: DoorContext): Promise<void> => {
    const value = await answer(questionOf(ctx, shape), ctx);
    ctx.status = status;
    ctx.body = value ?? null;
  };

/** The same for a picture. */
export const pictureRoute =
  <S extends z.ZodType>(shape: S, answer: (question: z.output<S>, ctx: DoorContext) => Promise<Buffer>) =>
  async (ctx: DoorContext): Promise<void> => {
    const picture = await answer(questionOf(ctx, shape), ctx);
    ctx.status = 200;
    ctx.type = 'image/png';
    ctx.body = picture;
  };
