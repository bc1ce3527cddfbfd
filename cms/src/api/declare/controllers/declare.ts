import type { Core } from '@strapi/strapi';
import { lookAlikesOf, takeDeclaration } from '../../../declarations/take-declaration.ts';
import { Declaration, LookAlikeQuestion } from '../../../domain/contract/my-entry.ts';
import { doorRoute } from '../../../public-door/door-route.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/declarer/ressemblances` → LookAlikes. */
  lookAlikes: doorRoute(LookAlikeQuestion, 200, (question) => lookAlikesOf(strapi, question)),

  /** `POST /api/declarer` → Received. */
  send: doorRoute(Declaration, 201, (declaration, { ip }) => takeDeclaration(strapi, declaration, ip)),
});
