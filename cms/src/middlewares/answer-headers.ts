import type { Core } from '@strapi/strapi';
import { behindTls, readEnvironment } from '../environment.ts';

/** Data is no page: a browser that shows it runs nothing of it, and no other page holds it in a frame. */
const OF_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Pictures of entries are shown by the pages of the site, which has an address of its own. */
const PICTURES = /^\/uploads\//;
const HSTS = 'Strict-Transport-Security';

/**
 * What every answer says to browsers beside what Strapi makes it say: who may open or load it, and that it asks for no camera. Strapi
 * sends HSTS wherever it runs; a machine without TLS has none to promise.
 */
export default (_config: unknown, _parts: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const isSecure = behindTls(readEnvironment());
  return async (ctx, next) => {
    if (!isSecure) ctx.remove(HSTS);
    ctx.set({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': PICTURES.test(ctx.path) ? 'cross-origin' : 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=()',
    });
    // Before the answer, too: a refusal far above is data as well.
    if (ctx.path.startsWith('/api/')) ctx.set('Content-Security-Policy', OF_DATA);
    await next();
  };
};
