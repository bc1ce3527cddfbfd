import type { Core } from '@strapi/strapi';
import { publicRoutes } from './associations/routes.ts';
import { registerAdministrators } from './administrators/register-administrators.ts';
import { registerAdmin } from './bootstrap/admin-register.ts';
import { bootstrap } from './bootstrap/index.ts';
import { keepInks } from './bootstrap/keep-inks.ts';
import { noteClosedAdministrators, noteDeletedFiles } from './rules/engine/note-suppressions.ts';
import { registerDocumentMiddlewares } from './rules/index.ts';
import { guardMediaTexts } from './rules/media-texts.ts';
import { registerBinRoutes } from './entries/bin/admin-routes.ts';
import { registerScheduleRoutes } from './entries/schedule/admin-routes.ts';
import { registerCampaignRoutes } from './update/campaigns/campaigns-admin-routes.ts';
import { offerDefaultTexts } from './update/campaigns/default-texts.ts';
import { databaseReady, guardDatabase } from './platform/database/guard.ts';
import { registerDuplicateRoutes } from './duplicates/admin-routes.ts';
import { registerImportRoutes } from './import/admin-routes.ts';
import { registerAgendaRoutes } from './import/agendas/admin-routes.ts';
import { registerRegisterRoutes } from './import/register/admin-routes.ts';
import { registerEditionRoutes } from './platform/deployer/editions-admin-routes.ts';
import { journalOfEditions } from './entries/journal-of-editions.ts';
import { registerPreviewRoutes } from './api/export/preview/preview-admin-routes.ts';
import { registerRecordRoutes } from './entries/records-admin-routes.ts';
import { registerRelationChoices } from './entries/relation-choices-routes.ts';
import { requireEnvironment } from './environment.ts';
import { catchUp } from './upkeep/catch-up.ts';
import { registerJobRoutes } from './upkeep/jobs-routes.ts';
import { runJobsWhenServing, stopJobs } from './upkeep/jobs-service.ts';
import { registerMailRoutes } from './upkeep/mail-routes.ts';
import { sendWhenServing, stopSending } from './upkeep/mail-service.ts';
import { registerRestoreRoutes } from './upkeep/restore-routes.ts';
import { registerFreezingRoutes } from './update/freezing/admin-routes.ts';
import { registerPaperLetterRoutes } from './update/campaigns/paper-letters-admin-routes.ts';
import { followEditionsWhenServing, stopFollowingEditions } from './platform/deployer/follow-editions.ts';
import { registerWritten } from './platform/suppressions/register.ts';
import { registerPublicationRoutes } from './platform/deployer/publication-admin-routes.ts';
import { guardQueries } from './platform/strapi/guard-queries.ts';
import { takeEventsInTurn } from './platform/database/events-after-commit.ts';
import { keepSecretsFromLog } from './platform/strapi/keep-secrets-from-log.ts';
import { registerPublicRoutes } from './platform/http/public-routes.ts';
import { registerFindingRoutes } from './finding/routes.ts';
import { registerBulkRoutes } from './lists-out/bulk/routes.ts';
import { registerListLetterRoutes } from './lists-out/letters/routes.ts';
import { registerListPaperRoutes } from './lists-out/paper/routes.ts';
import { registerListsOutRoutes } from './lists-out/routes.ts';
import { registerDeskRoutes } from './update/answers/admin-routes.ts';
import { registerUnansweredRoutes } from './unanswered/admin-routes.ts';
import { registerStaleEntriesRoutes } from './update/stale-entries/admin-routes.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    keepSecretsFromLog(strapi);
    requireEnvironment();
    guardDatabase(strapi);
    guardQueries(strapi);
    registerAdmin({ strapi });
    keepInks(strapi);
    guardMediaTexts(strapi);
    registerAdministrators(strapi);
    registerDocumentMiddlewares(strapi);
    registerPublicRoutes(strapi, publicRoutes);
    registerPublicationRoutes(strapi);
    registerMailRoutes(strapi);
    registerRestoreRoutes(strapi);
    registerJobRoutes(strapi);
    registerEditionRoutes(strapi, journalOfEditions(strapi));
    registerRecordRoutes(strapi);
    registerPreviewRoutes(strapi);
    registerRelationChoices(strapi);
    registerDeskRoutes(strapi);
    registerCampaignRoutes(strapi);
    registerPaperLetterRoutes(strapi);
    registerStaleEntriesRoutes(strapi);
    registerFreezingRoutes(strapi);
    registerFindingRoutes(strapi);
    registerListsOutRoutes(strapi);
    registerBulkRoutes(strapi);
    registerListPaperRoutes(strapi);
    registerListLetterRoutes(strapi);
    registerBinRoutes(strapi);
    registerScheduleRoutes(strapi);
    registerImportRoutes(strapi);
    registerDuplicateRoutes(strapi);
    registerRegisterRoutes(strapi);
    registerAgendaRoutes(strapi);
    registerUnansweredRoutes(strapi);
    offerDefaultTexts(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    takeEventsInTurn(strapi);
    await bootstrap(strapi);
    noteDeletedFiles(strapi);
    noteClosedAdministrators(strapi);
    await catchUp(strapi);
    await databaseReady();
    sendWhenServing(strapi);
    followEditionsWhenServing(strapi);
    runJobsWhenServing(strapi);
  },

  async destroy() {
    await databaseReady(); // a start that was refused has not come so far
    await Promise.all([stopFollowingEditions(), stopJobs(), stopSending()]);
    await registerWritten();
  },
};
