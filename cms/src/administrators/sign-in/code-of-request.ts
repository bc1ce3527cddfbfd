import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { CODE_FIELD, CODE_LENGTH } from '../../domain/contract/desk/second-factor.ts';

/** Where Koa's state of a request holds the code that came with it. */
export const CODE_OF_REQUEST = 'trameSecondFactor';

const Code = z.string().max(CODE_LENGTH);

/** Takes the code out of the body, where Strapi would refuse a field that it does not know. */
export const takeCode: Core.MiddlewareHandler = async (ctx, next) => {
  const { body } = ctx.request as { body?: unknown };
  if (typeof body === 'object' && body !== null && CODE_FIELD in body) {
    const code = Code.safeParse(body[CODE_FIELD]);
    delete body[CODE_FIELD];
    if (code.success) ctx.state[CODE_OF_REQUEST] = code.data;
  }
  await next();
};
