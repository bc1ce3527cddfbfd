/** The cookie of a session, and who may send it. */
import { SESSION_HEADER } from '../domain/contract/session-header.ts';
import { behindTls, readEnvironment } from '../environment.ts';
import { doorRefusals } from '../public-door/door-refusals.ts';
import type { DoorContext } from '../public-door/door-route.ts';
import { allowedOrigins } from '../public-door/origins.ts';
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

export const readSessionCookie = (ctx: DoorContext): string => ctx.cookies.get(SESSION_COOKIE, { signed: false }) ?? '';

export const writeSessionCookie = (ctx: DoorContext, token: string): void =>
  void ctx.cookies.set(SESSION_COOKIE, token, { ...sessionCookieAttributes(), maxAge: IDLE_SECONDS * 1000 });

export const clearSessionCookie = (ctx: DoorContext): void =>
  void ctx.cookies.set(SESSION_COOKIE, null, sessionCookieAttributes());

/**
 * Holds a request that reads or writes the cookie to what only our own pages can send: a header that no form carries and for
 * which a browser asks us first, and one of our origins. The door itself lets those through that say no origin; here none does.
 *
 * @throws {AnswerRefused}
 */
export function requireOwnPage(ctx: DoorContext): void {
  if (ctx.get(SESSION_HEADER) === '' || !allowedOrigins().includes(ctx.get('Origin'))) throw doorRefusals.foreign();
}
