import { CodeQuestion, LinkQuestion, OwnDataQuestion } from '../../domain/contract/associations/my-entry.ts';
import { PER_ADDRESS, shortQuestions } from '../../platform/http/limits.ts';
import { causeOf } from '../../domain/cause.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { holdNetworkToPace } from '../../platform/mail/asked-letters.ts';
import { openOwnData, openOwnDataByCode, sendOwnDataLink } from './ask-data.ts';

/** What is held about an e-mail address, for the person who reads its mail. */
export const dataRequestRoutes: readonly PublicRoute[] = [
  {
    // OwnDataQuestion → 202, always the same and as fast: what is to be done is done after the answer, so that neither its
    // words nor its time tell whether the address is known.
    method: 'POST',
    path: '/api/mes-donnees',
    limits: shortQuestions('mes-donnees', PER_ADDRESS.asking),
    handle: answering(OwnDataQuestion, 202, async (strapi, { email }, { ip }) => {
      await holdNetworkToPace(ip);
      setImmediate(() => {
        sendOwnDataLink(strapi, email).catch((error: unknown) =>
          strapi.log.error(`A link to own data could not be sent: ${causeOf(error)}`),
        );
      });
      return {};
    }),
  },
  {
    // LinkQuestion → HeldData
    method: 'POST',
    path: '/api/mes-donnees/ouvrir',
    limits: shortQuestions('mes-donnees, opening', PER_ADDRESS.opening),
    handle: answering(LinkQuestion, 200, (strapi, { token }) => openOwnData(strapi, token)),
  },
  {
    // CodeQuestion → HeldData
    method: 'POST',
    path: '/api/mes-donnees/code',
    limits: shortQuestions('mes-donnees, code', PER_ADDRESS.typing),
    handle: answering(CodeQuestion, 200, (strapi, { code }) => openOwnDataByCode(strapi, code)),
  },
];
