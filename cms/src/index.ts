import type { Core } from '@strapi/strapi';
import { registerAdmin } from './bootstrap/admin-register.ts';
import { bootstrap } from './bootstrap/index.ts';
import { registerDocumentMiddlewares } from './document-middlewares/index.ts';
import { registerCampaignRoutes } from './campaigns/admin-routes.ts';
import { offerDefaultTexts } from './campaigns/default-texts.ts';
import { registerEditionRoutes } from './editions/admin-routes.ts';
import { requireEnvironment } from './environment.ts';
import { registerMailRoutes } from './mail/mail-routes.ts';
import { sendWhenServing, stopSending } from './mail/mail-service.ts';
import { eraseOrphanLogosHourly, stopErasingOrphanLogos } from './my-entry/waiting-logos.ts';
import { registerPaperLetterRoutes } from './paper-letters/admin-routes.ts';
import { registerPublicationRoutes } from './publication/admin-routes.ts';
import { purgeAccessHourly, stopPurgingAccess } from './sessions/upkeep.ts';
import { registerDeskRoutes } from './submissions/admin-routes.ts';
import { registerTruthRoutes } from './truth/admin-routes.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    requireEnvironment();
    registerAdmin({ strapi });
    registerDocumentMiddlewares(strapi);
    registerPublicationRoutes(strapi);
    registerMailRoutes(strapi);
    registerEditionRoutes(strapi);
    registerDeskRoutes(strapi);
    registerCampaignRoutes(strapi);
    registerPaperLetterRoutes(strapi);
    registerTruthRoutes(strapi);
    offerDefaultTexts(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await bootstrap(strapi);
    sendWhenServing(strapi);
    eraseOrphanLogosHourly(strapi);
    purgeAccessHourly(strapi);
  },

  async destroy() {
    stopErasingOrphanLogos();
    stopPurgingAccess();
    await stopSending();
  },
};
