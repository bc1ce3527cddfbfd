import { CodeQuestion, LinkQuestion, LinkToken } from '../../domain/contract/associations/my-entry.ts';
import { secretAddress } from '../../domain/secret-address.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { oneClicks, PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { answering, type PublicContext } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { ONE_CLICK_PATH } from '../../platform/links/list-link.ts';
import { listTokenOfCode, openListLetters, setListLetters } from './unsubscribe.ts';

const limits = shortQuestions('desinscription', PER_ADDRESS.opening);

/** The token at the end of a one-click address; one that is none is refused as an unknown one. */
const tokenOf = ({ params }: PublicContext): string =>
  LinkToken.catch('').parse((params as Record<string, unknown>)['token']);

/** For who reads an address that letters to lists come to. */
export const unsubscribingRoutes: readonly PublicRoute[] = [
  {
    // LinkQuestion → ListLetters. Reads only: mail scanners open links.
    method: 'POST',
    path: '/api/desinscription/ouvrir',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => openListLetters(strapi, token)),
  },
  {
    // CodeQuestion → CodeAnswer
    method: 'POST',
    path: '/api/desinscription/code',
    limits: shortQuestions('desinscription, code', PER_ADDRESS.withdrawing),
    handle: answering(CodeQuestion, 200, async (strapi, { code }) => ({ token: await listTokenOfCode(strapi, code) })),
  },
  {
    // LinkQuestion → ListLetters
    method: 'POST',
    path: '/api/desinscription/confirmer',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => setListLetters(strapi, token, true)),
  },
  {
    // LinkQuestion → ListLetters
    method: 'POST',
    path: '/api/desinscription/reprendre',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => setListLetters(strapi, token, false)),
  },
  {
    // `List-Unsubscribe=One-Click`, by the program of who reads the letter (RFC 8058): no page, no cookie. What the body says
    // is not read: the address says it all.
    method: 'POST',
    path: `${ONE_CLICK_PATH}/:token`,
    limits: oneClicks('desinscription, un clic', PER_ADDRESS.reading),
    handle: async (strapi, ctx) => {
      await setListLetters(strapi, tokenOf(ctx), true);
      ctx.status = 200;
      ctx.body = '';
    },
  },
  {
    // A program that knows no one-click opens the address for its reader: the page asks.
    method: 'GET',
    path: `${ONE_CLICK_PATH}/:token`,
    isLink: true,
    limits: shortQuestions('desinscription, lien', PER_ADDRESS.opening),
    handle: (_strapi, ctx) => {
      const token = tokenOf(ctx);
      const secret = token === '' ? 'malformed' : { tokens: [token] as const };
      ctx.redirect(`${siteUrl(readEnvironment())}${secretAddress({ page: 'desinscription', secret })}`);
      return Promise.resolve();
    },
  },
];
