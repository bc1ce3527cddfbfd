import type { Core } from '@strapi/strapi';

/** Of Koa’s context, what a line of the log is made of. */
interface Answered {
  readonly method: string;
  readonly path: string;
  readonly querystring: string;
  readonly status: number;
}

/**
 * In the place of Strapi’s own log of requests, which writes whole addresses: what an editor looks for stands in them, and that
 * is a name, a telephone number, an address. A log is kept for a year; the path is enough to follow what happened.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Answered, next: () => Promise<void>): Promise<void> => {
    const begun = performance.now();
    await next();
    const took = Math.ceil(performance.now() - begun);
    strapi.log.http(`${ctx.method} ${ctx.path}${ctx.querystring === '' ? '' : '?…'} (${took} ms) ${ctx.status}`);
  };
