import { CodeQuestion, LinkQuestion } from '../../domain/contract/associations/my-entry.ts';
import { PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { oneClickRoutes } from '../../platform/http/one-click.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { ONE_CLICK_PATH } from '../../platform/links/list-link.ts';
import { listTokenOfCode, openListLetters, setListLetters } from './unsubscribe.ts';

const limits = shortQuestions('desinscription', PER_ADDRESS.opening);

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
  ...oneClickRoutes(ONE_CLICK_PATH, 'desinscription', (strapi, token) => setListLetters(strapi, token, true)),
];
