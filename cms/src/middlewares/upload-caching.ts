import type { Core } from '@strapi/strapi';

const ONE_YEAR = 365 * 24 * 60 * 60;

/**
 * Cache headers of the media library. An address with `?v=` (the only kind that the export gives) changes with the file,
 * so it may be kept for ever; any other is asked for again each time, because replacing a file keeps its name.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  await next();
  if (!ctx.path.startsWith('/uploads/') || ctx.status >= 400) return;
  ctx.set('Cache-Control', ctx.query['v'] ? `public, max-age=${ONE_YEAR}, immutable` : 'no-cache');
  ctx.set('X-Content-Type-Options', 'nosniff');
};
