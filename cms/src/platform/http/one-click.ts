/** `List-Unsubscribe=One-Click`, by the program of who reads a letter (RFC 8058): no page, no cookie. */
import type { Core } from '@strapi/strapi';
import { LinkToken } from '../../domain/contract/associations/my-entry.ts';
import { secretAddress, type SecretPage } from '../../domain/secret-address.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { oneClicks, PER_ADDRESS, shortQuestions } from './limits.ts';
import type { PublicContext } from './public-route.ts';
import type { PublicRoute } from './public-routes.ts';

/** The token at the end of a one-click address; one that is none is refused as an unknown one. */
const tokenOf = ({ params }: PublicContext): string =>
  LinkToken.catch('').parse((params as Record<string, unknown>)['token']);

/**
 * The two routes of a way out, at `<path>/<token>`.
 * @param page that a GET leads to, and that asks
 * @param stop what a POST does @throws {Refused} when the token is none
 */
export const oneClickRoutes = (
  path: string,
  page: SecretPage,
  stop: (strapi: Core.Strapi, token: string) => Promise<unknown>,
): readonly PublicRoute[] => [
  {
    // What the body says is not read: the address says it all.
    method: 'POST',
    path: `${path}/:token`,
    limits: oneClicks(`${page}, un clic`, PER_ADDRESS.reading),
    handle: async (strapi, ctx) => {
      await stop(strapi, tokenOf(ctx));
      ctx.status = 200;
      ctx.body = '';
    },
  },
  {
    // A program that knows no one-click opens the address for its reader: the page asks.
    method: 'GET',
    path: `${path}/:token`,
    isLink: true,
    limits: shortQuestions(`${page}, lien`, PER_ADDRESS.opening),
    handle: (_strapi, ctx) => {
      const token = tokenOf(ctx);
      const secret = token === '' ? 'malformed' : { tokens: [token] as const };
      ctx.redirect(`${siteUrl(readEnvironment())}${secretAddress({ page, secret })}`);
      return Promise.resolve();
    },
  },
];
