/** What every handler behind a public door has in common: its question is held to a strict shape, its answer is a value. */
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { understood } from './understood.ts';

export type PublicContext = Parameters<Core.ControllerHandler>[0];
export type PublicHandler = (strapi: Core.Strapi, ctx: PublicContext) => Promise<void>;

/** The body of a request, held to `shape`. @throws {Refused} */
export const questionOf = <S extends z.ZodType>(ctx: PublicContext, shape: S): z.output<S> =>
  understood(shape, (ctx.request as { body?: unknown }).body ?? {});

/**
 * A handler that is asked `shape` and answers JSON with `status`. Refusals are answered by the guard (`public-guard.ts`), which
 * stands around every route.
 */
export const answering =
  <S extends z.ZodType>(
    shape: S,
    status: number,
    answer: (strapi: Core.Strapi, question: z.output<S>, ctx: PublicContext) => unknown,
  ): PublicHandler =>
  async (strapi, ctx) => {
    const value = await answer(strapi, questionOf(ctx, shape), ctx);
    ctx.status = status;
    ctx.body = value ?? null;
  };

/** 202 without a word, whatever came of it. Koa makes 204 of an empty body unless told otherwise afterwards. */
export const accepting =
  <S extends z.ZodType>(
    shape: S,
    take: (strapi: Core.Strapi, question: z.output<S>, ctx: PublicContext) => unknown,
  ): PublicHandler =>
  async (strapi, ctx) => {
    await take(strapi, questionOf(ctx, shape), ctx);
    ctx.body = null;
    ctx.status = 202;
  };

/** The same for a picture. */
export const picturing =
  <S extends z.ZodType>(
    shape: S,
    answer: (strapi: Core.Strapi, question: z.output<S>, ctx: PublicContext) => Promise<Buffer>,
  ): PublicHandler =>
  async (strapi, ctx) => {
    const picture = await answer(strapi, questionOf(ctx, shape), ctx);
    ctx.status = 200;
    ctx.type = 'image/png';
    ctx.body = picture;
  };
