import type { Core } from '@strapi/strapi';
import { tooLargeToArrive } from '../domain/uploads.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** As Strapi's parser of bodies answers a file that is larger than `maxFileSize`: in one word, which nobody understands. */
const OF_STRAPI = 'FileTooBig';

interface Answer {
  readonly error?: { readonly message?: unknown };
}

/**
 * Says in French, and how to mend it, that a file is too large: whatever page sent it. Public doors have their own sentence
 * (`platform/http/public-guard.ts`). Must stand right before what reads bodies, which answers by itself.
 */
export default (): Core.MiddlewareHandler => async (ctx: Context, next) => {
  await next();
  const { error } = (ctx.body ?? {}) as Answer;
  if (ctx.status !== 413 || error?.message !== OF_STRAPI) return;
  const message = tooLargeToArrive(ctx.path.startsWith('/trame/imports') ? 'import' : 'library');
  ctx.body = { ...(ctx.body as object), error: { ...error, message } };
};
