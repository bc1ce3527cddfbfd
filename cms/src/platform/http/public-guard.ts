import type { Core } from '@strapi/strapi';
import { SESSION_HEADER } from '../../domain/contract/associations/session-header.ts';
import { Refused, refusals } from './refused.ts';
import { addressKey } from './address-key.ts';
import { publicRefusals } from './public-refusals.ts';
import { publicRouteFinder, type PublicRoute } from './public-routes.ts';
import { allowedOrigins, isForeign } from './origins.ts';
import { countOne } from './pace.ts';
import { placeOf } from './place-of.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

const PREFLIGHT_SECONDS = 600;

function answerHeaders(ctx: Context): void {
  ctx.set({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  ctx.vary('Origin');
  const origin = ctx.get('Origin');
  if (!allowedOrigins().includes(origin)) return;
  ctx.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' });
}

function answerPreflight(ctx: Context, { method }: PublicRoute): void {
  if (isForeign(ctx.get('Origin'), '')) throw publicRefusals.foreign();
  ctx.set({
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': `content-type, authorization, ${SESSION_HEADER}`,
    'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
  });
  ctx.status = 204;
}

const TYPES: Readonly<Record<PublicRoute['limits']['body'], readonly string[]>> = {
  json: ['application/json'],
  multipart: ['multipart/form-data'],
  // RFC 8058, 3.2
  form: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  page: ['application/x-www-form-urlencoded'],
};

/** Node holds a body to the length that it announces: what announces too much is not read at all. */
function checkEnvelope(ctx: Context, { method, limits: { body, bytes } }: PublicRoute): void {
  if (ctx.method !== method) throw publicRefusals.method();
  if (method === 'GET') return;
  const length = ctx.get('Content-Length');
  if (!/^\d+$/.test(length)) throw publicRefusals.unsized();
  if (Number(length) > bytes) throw body === 'multipart' ? publicRefusals.fileTooLarge() : publicRefusals.tooLarge();
  const isPacked = ctx.get('Content-Encoding') !== '';
  // An HTML form of another site can send neither kind of JSON nor anything else without asking first.
  const type = ctx.get('Content-Type').split(';')[0]?.trim().toLowerCase();
  if (isPacked || type === undefined || !TYPES[body].includes(type)) throw publicRefusals.wrongType();
}

function refusalFor(strapi: Core.Strapi, ctx: Context, error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { status } = error as { status?: unknown };
  if (status === 413) return publicRefusals.tooLarge();
  // The body is no JSON, or no multipart: said by whoever reads bodies, before any handler.
  if (typeof status === 'number' && status >= 400 && status < 500) return refusals.notUnderstood();
  strapi.log.error(`${ctx.path}: ${placeOf(error)}`);
  return publicRefusals.unavailable();
}

/**
 * Stands before everything that reads a request to a public route: refuses what comes from another site, too often, too large or
 * of the wrong kind, answers every refusal in the contract's shape and in French, and lets nothing be kept by a cache.
 */
export function guardPublicRoutes(strapi: Core.Strapi, routes: readonly PublicRoute[]): Core.MiddlewareHandler {
  const find = publicRouteFinder(routes);
  return async (ctx, next) => {
    const route = find(ctx.path, ctx.method);
    if (route === null) return void (await next());
    answerHeaders(ctx);
    try {
      if (route === 'closed') throw publicRefusals.nothingHere();
      if (ctx.method === 'OPTIONS') return answerPreflight(ctx, route);
      if (!route.isLink && isForeign(ctx.get('Origin'), ctx.get('Sec-Fetch-Site'))) throw publicRefusals.foreign();
      const wait = await countOne(route.limits.name, addressKey(ctx.ip), route.limits.pace);
      if (wait !== null) throw publicRefusals.tooMany(wait);
      checkEnvelope(ctx, route);
      await next();
    } catch (error) {
      const refused = refusalFor(strapi, ctx, error);
      if (refused.retryAfter !== undefined) ctx.set('Retry-After', String(refused.retryAfter));
      ctx.status = refused.status;
      if (route && route !== 'closed' && route.refuse) route.refuse(ctx, refused);
      else ctx.body = refused.body;
    }
  };
}
