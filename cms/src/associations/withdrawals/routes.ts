import { CodeQuestion, LinkQuestion } from '../../domain/contract/associations/my-entry.ts';
import { PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { tokenOfCode } from './find-contact.ts';
import { openWithdrawal, withdrawContact } from './withdraw-contact.ts';

const limits = shortQuestions('retrait', PER_ADDRESS.withdrawing);

/** For the person who holds the link at the foot of a letter. */
export const withdrawalRoutes: readonly PublicRoute[] = [
  {
    // LinkQuestion → OpenedWithdrawal. Reads only: mail scanners open links.
    method: 'POST',
    path: '/api/retrait/ouvrir',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => openWithdrawal(strapi, token)),
  },
  {
    // CodeQuestion → CodeAnswer
    method: 'POST',
    path: '/api/retrait/code',
    limits,
    handle: answering(CodeQuestion, 200, async (strapi, { code }) => ({ token: await tokenOfCode(strapi, code) })),
  },
  {
    // LinkQuestion → Withdrawn
    method: 'POST',
    path: '/api/retrait/confirmer',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => withdrawContact(strapi, token)),
  },
];
