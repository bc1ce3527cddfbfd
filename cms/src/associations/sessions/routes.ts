import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  CodeQuestion,
  LinkQuestion,
  SignInQuestion,
  type Session,
} from '../../domain/contract/associations/my-entry.ts';
import { PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { accepting, answering, type PublicContext } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { holdNetworkToPace } from '../../platform/mail/asked-letters.ts';
import { spendAccessCode, spendAccessLink, type SpentLink } from './access-links.ts';
import { enterAs } from './accounts.ts';
import { askForLink } from './ask-for-link.ts';
import { clearSessionCookie, readSessionCookie, requireOwnPage, writeSessionCookie } from './session-cookie.ts';
import { sessionRefusals } from './session-refusals.ts';
import { closeSession, openSession, refreshSession, type OpenSession } from './session-store.ts';

const Nothing = z.strictObject({});

const closed: Readonly<Record<Exclude<SpentLink['outcome'], 'opened'>, () => Error>> = {
  unknown: sessionRefusals.unknown,
  used: sessionRefusals.used,
  expired: sessionRefusals.expired,
};

function answerWith(ctx: PublicContext, { refreshToken, session }: OpenSession): Session {
  writeSessionCookie(ctx, refreshToken);
  return session;
}

/** Spends a link: the session of whoever reads the mail of its address. */
async function enter(strapi: Core.Strapi, ctx: PublicContext, link: SpentLink): Promise<Session> {
  if (link.outcome !== 'opened') throw closed[link.outcome]();
  const account = await enterAs(strapi, link.email);
  if (!account) throw sessionRefusals.opensNothing();
  return answerWith(ctx, await openSession(strapi, account));
}

const openingAndClosing = shortQuestions('session', PER_ADDRESS.opening);

/** Signing in without a password. */
export const sessionRoutes: readonly PublicRoute[] = [
  {
    // SignInQuestion → 202, for whatever address
    method: 'POST',
    path: '/api/session/lien',
    limits: shortQuestions('session, link', PER_ADDRESS.asking),
    handle: accepting(SignInQuestion, async (strapi, { email }, { ip }) => {
      await holdNetworkToPace(ip);
      askForLink(strapi, email);
    }),
  },
  {
    // LinkQuestion → Session and the cookie; spends the link. A GET does nothing: scanners open links.
    method: 'POST',
    path: '/api/session/ouvrir',
    limits: openingAndClosing,
    handle: answering(LinkQuestion, 200, async (strapi, { token }, ctx) => {
      requireOwnPage(ctx);
      return enter(strapi, ctx, await spendAccessLink(strapi, token));
    }),
  },
  {
    // CodeQuestion → Session and the cookie; spends the link whose letter says that code
    method: 'POST',
    path: '/api/session/code',
    limits: shortQuestions('session, code', PER_ADDRESS.typing),
    handle: answering(CodeQuestion, 200, async (strapi, { code }, ctx) => {
      requireOwnPage(ctx);
      return enter(strapi, ctx, await spendAccessCode(strapi, code));
    }),
  },
  {
    // {} → Session and the next cookie; 401 when the session is over
    method: 'POST',
    path: '/api/session/rafraichir',
    limits: shortQuestions('session, refreshing', PER_ADDRESS.reading),
    handle: answering(Nothing, 200, async (strapi, _nothing, ctx) => {
      requireOwnPage(ctx);
      const next = await refreshSession(strapi, readSessionCookie(ctx));
      if (next) return answerWith(ctx, next);
      clearSessionCookie(ctx);
      throw sessionRefusals.signedOut();
    }),
  },
  {
    // {} → 202, also when there was no session
    method: 'POST',
    path: '/api/session/fermer',
    limits: openingAndClosing,
    handle: accepting(Nothing, async (strapi, _nothing, ctx) => {
      requireOwnPage(ctx);
      await closeSession(strapi, readSessionCookie(ctx));
      clearSessionCookie(ctx);
    }),
  },
];
