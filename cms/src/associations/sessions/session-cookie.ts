/** The cookie of a session, and who may send it. */
import { SESSION_HEADER } from '../../domain/contract/associations/session-header.ts';
import { behindTls, readEnvironment } from '../../environment.ts';
import { publicRefusals } from '../../platform/http/public-refusals.ts';
import type { PublicContext } from '../../platform/http/public-route.ts';
import { allowedOrigins } from '../../platform/http/origins.ts';
import { IDLE_SECONDS } from './lifespans.ts';

export const SESSION_COOKIE = 'trame_session';

/** No script reads it, no other site makes it travel, and no other route gets it. */
export const sessionCookieAttributes = () => ({
  httpOnly: true,
  // Ports do not make sites: the pages of the directory and the CMS of the same host, or domain, are one.
  sameSite: 'strict' as const,
  secure: behindTls(readEnvironment()),
  path: '/api/session',
  // The token is signed in itself.
  signed: false,
  overwrite: true,
});

export const readSessionCookie = (ctx: PublicContext): string =>
  ctx.cookies.get(SESSION_COOKIE, { signed: false }) ?? '';

export const writeSessionCookie = (ctx: PublicContext, token: string): void =>
  void ctx.cookies.set(SESSION_COOKIE, token, { ...sessionCookieAttributes(), maxAge: IDLE_SECONDS * 1000 });

export const clearSessionCookie = (ctx: PublicContext): void =>
  void ctx.cookies.set(SESSION_COOKIE, null, sessionCookieAttributes());

/**
 * Holds a request that reads or writes the cookie to what only our own pages can send: a header that no form carries and for
 * which a browser asks us first, and one of our origins. The door itself lets those through that say no origin; here none does.
 *
 * @throws {Refused}
 */
export function requireOwnPage(ctx: PublicContext): void {
  if (ctx.get(SESSION_HEADER) === '' || !allowedOrigins().includes(ctx.get('Origin'))) throw publicRefusals.foreign();
}
