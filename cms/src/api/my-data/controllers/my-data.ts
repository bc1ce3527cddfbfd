import type { Core } from '@strapi/strapi';
import { LinkQuestion, OwnDataQuestion } from '../../../domain/contract/my-entry.ts';
import { openOwnData, sendOwnDataLink } from '../../../own-data/ask-own-data.ts';
import { doorRoute } from '../../../public-door/door-route.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * `POST /api/mes-donnees` → 202, always the same and as fast: what is to be done is done after the answer, so that neither
   * its words nor its time tell whether the address is known.
   */
  ask: doorRoute(OwnDataQuestion, 202, ({ email }) => {
    setImmediate(() => {
      sendOwnDataLink(strapi, email).catch(() => strapi.log.error('A link to own data could not be sent'));
    });
    return {};
  }),

  /** `POST /api/mes-donnees/ouvrir` → HeldData. */
  open: doorRoute(LinkQuestion, 200, ({ token }) => openOwnData(strapi, token)),
});
