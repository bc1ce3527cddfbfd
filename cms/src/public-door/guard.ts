import type { Core } from '@strapi/strapi';
import { SESSION_HEADER } from '../domain/contract/session-header.ts';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';
import { addressKey } from './address-key.ts';
import { doorRefusals } from './door-refusals.ts';
import { doorOf, type Door } from './doors.ts';
import { allowedOrigins, isForeign } from './origins.ts';
import { countOne } from './pace.ts';

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

function answerPreflight(ctx: Context, { method }: Door): void {
  if (isForeign(ctx.get('Origin'), '')) throw doorRefusals.foreign();
  ctx.set({
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': `content-type, authorization, ${SESSION_HEADER}`,
    'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
  });
  ctx.status = 204;
}

/** Node holds a body to the length that it announces: what announces too much is not read at all. */
function checkEnvelope(ctx: Context, { method, body, bytes }: Door): void {
  if (ctx.method !== method) throw doorRefusals.method();
  if (method === 'GET') return;
  const length = ctx.get('Content-Length');
  if (!/^\d+$/.test(length)) throw doorRefusals.unsized();
  if (Number(length) > bytes) throw body === 'multipart' ? doorRefusals.fileTooLarge() : doorRefusals.tooLarge();
  const isPacked = ctx.get('Content-Encoding') !== '';
  // An HTML form of another site can send neither kind of JSON nor anything else without asking first.
  const type = ctx.get('Content-Type').split(';')[0]?.trim().toLowerCase();
  if (isPacked || type !== (body === 'json' ? 'application/json' : 'multipart/form-data'))
    throw doorRefusals.wrongType();
}

/** Where in the code, and no word of what: messages of PostgreSQL quote the values that they are about. */
const placeOf = (error: unknown): string => {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [error instanceof Error ? error.name : typeof error, ...frames.slice(0, 6)].join('\n');
};

function refusalFor(strapi: Core.Strapi, ctx: Context, error: unknown): AnswerRefused {
  if (error instanceof AnswerRefused) return error;
  const { status } = error as { status?: unknown };
  if (status === 413) return doorRefusals.tooLarge();
  // The body is no JSON, or no multipart: said by whoever reads bodies, before any handler.
  if (typeof status === 'number' && status >= 400 && status < 500) return refusals.notUnderstood();
  strapi.log.error(`${ctx.path}: ${placeOf(error)}`);
  return doorRefusals.unavailable();
}

/**
 * Stands before everything that reads a request to a public route: refuses what comes from another site, too often, too large or
 * of the wrong kind, answers every refusal in the contract's shape and in French, and lets nothing be kept by a cache.
 */
export const guardDoors =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const found = doorOf(ctx.path);
    if (found === null) return next();
    answerHeaders(ctx);
    try {
      if (found === 'closed') throw doorRefusals.nothingHere();
      if (ctx.method === 'OPTIONS') return answerPreflight(ctx, found.door);
      if (isForeign(ctx.get('Origin'), ctx.get('Sec-Fetch-Site'))) throw doorRefusals.foreign();
      const wait = await countOne(found.name, addressKey(ctx.ip), found.door.pace);
      if (wait !== null) {
        ctx.set('Retry-After', String(wait));
        throw doorRefusals.tooMany(wait);
      }
      checkEnvelope(ctx, found.door);
      await next();
    } catch (error) {
      const refused = refusalFor(strapi, ctx, error);
      ctx.status = refused.status;
      ctx.body = refused.body;
    }
  };
