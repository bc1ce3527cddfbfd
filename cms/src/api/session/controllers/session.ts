import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { LinkQuestion, SignInQuestion, type Session } from '../../../domain/contract/my-entry.ts';
import { doorRoute, type DoorContext } from '../../../public-door/door-route.ts';
import { spendAccessLink, type SpentLink } from '../../../sessions/access-links.ts';
import { enterAs } from '../../../sessions/accounts.ts';
import { askForLink } from '../../../sessions/ask-for-link.ts';
import {
  clearSessionCookie,
  readSessionCookie,
  requireOwnPage,
  writeSessionCookie,
} from '../../../sessions/session-cookie.ts';
import { sessionRefusals } from '../../../sessions/session-refusals.ts';
import { closeSession, openSession, refreshSession, type OpenSession } from '../../../sessions/session-store.ts';

const Nothing = z.strictObject({});

const closed: Readonly<Record<Exclude<SpentLink['outcome'], 'opened'>, () => Error>> = {
  unknown: sessionRefusals.unknown,
  used: sessionRefusals.used,
  expired: sessionRefusals.expired,
};

/** 202 without a word. Koa makes 204 of an empty body unless told otherwise afterwards. */
const accepted =
  <S extends z.ZodType>(shape: S, take: (question: z.output<S>, ctx: DoorContext) => unknown) =>
  async (ctx: DoorContext): Promise<void> => {
    await doorRoute(shape, 202, async (question, same) => void (await take(question, same)))(ctx);
    ctx.status = 202;
  };

function answerWith(ctx: DoorContext, { refreshToken, session }: OpenSession): Session {
  writeSessionCookie(ctx, refreshToken);
  return session;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/session/lien`: 202, for whatever address. */
  link: accepted(SignInQuestion, ({ email }) => askForLink(strapi, email)),

  /** `POST /api/session/ouvrir` → Session and the cookie; spends the link. A GET does nothing: scanners open links. */
  open: doorRoute(LinkQuestion, 200, async ({ token }, ctx) => {
    requireOwnPage(ctx);
    const link = await spendAccessLink(strapi, token);
    if (link.outcome !== 'opened') throw closed[link.outcome]();
    const account = await enterAs(strapi, link.email);
    if (!account) throw sessionRefusals.opensNothing();
    return answerWith(ctx, await openSession(strapi, account));
  }),

  /** `POST /api/session/rafraichir` → Session and the next cookie; 401 when the session is over. */
  refresh: doorRoute(Nothing, 200, async (_nothing, ctx) => {
    requireOwnPage(ctx);
    const next = await refreshSession(strapi, readSessionCookie(ctx));
    if (next) return answerWith(ctx, next);
    clearSessionCookie(ctx);
    throw sessionRefusals.signedOut();
  }),

  /** `POST /api/session/fermer`: 202, also when there was no session. */
  close: accepted(Nothing, async (_nothing, ctx) => {
    requireOwnPage(ctx);
    await closeSession(strapi, readSessionCookie(ctx));
    clearSessionCookie(ctx);
  }),
});
