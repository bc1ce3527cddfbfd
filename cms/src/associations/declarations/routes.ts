import { Declaration, LookAlikeQuestion } from '../../domain/contract/associations/my-entry.ts';
import { entryForms, PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { lookAlikesOf, takeDeclaration } from './take-declaration.ts';

/** For anybody: an association that is not listed. */
export const declarationRoutes: readonly PublicRoute[] = [
  {
    // LookAlikeQuestion → LookAlikes
    method: 'POST',
    path: '/api/declarer/ressemblances',
    limits: shortQuestions('declarer, look-alikes', PER_ADDRESS.comparing),
    handle: answering(LookAlikeQuestion, 200, lookAlikesOf),
  },
  {
    // Declaration → Received
    method: 'POST',
    path: '/api/declarer',
    limits: entryForms('declarer', PER_ADDRESS.declaring),
    handle: answering(Declaration, 201, (strapi, declaration, { ip }) => takeDeclaration(strapi, declaration, ip)),
  },
];
