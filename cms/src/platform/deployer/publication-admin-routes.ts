import type { Core } from '@strapi/strapi';
import type { PublicationReport, RebuildAnswer } from '../../domain/contract/desk/publication-report.ts';
import type { Leak } from '../../domain/contract/desk/publication-state.ts';
import { adminRoute, editorOf, mayDecide, registerAdminRoutes } from '../http/admin-route.ts';
import { readPublicationState, requestRebuild } from './publication.ts';

/** What the home page asks of the export, which stands above the platform. */
interface ExportService {
  leftOut(): PublicationReport['leftOut'];
  cleared(): PublicationReport['cleared'];
  refused(leaks: readonly Leak[]): Promise<PublicationReport['refused']>;
  versionOf(etag: string): string | null;
}

const words = {
  rebuilding: 'La mise en ligne est relancée.',
  accepted: 'C’est noté\u00a0: la mise en ligne est relancée avec ces pages en moins.',
  notAllowed: 'Seules les personnes qui peuvent publier des associations peuvent confirmer cela.',
};

/**
 * The routes of the admin's home page: `GET /trame/publication` (PublicationReport) and `POST /trame/publication/rebuild` (202,
 * RebuildAnswer; a refusal when the deployer did not take it), for every signed-in editor;
 * `POST /trame/publication/accept-loss` (the same), for who may publish: so many pages disappear on purpose.
 */
export function registerPublicationRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/publication'], async (): Promise<PublicationReport> => {
      const exports = strapi.service('api::export.export') as ExportService;
      const publication = await readPublicationState();
      const live = publication.state?.live;
      return {
        ...publication,
        liveVersion: live ? exports.versionOf(`"${live.contentVersion}"`) : null,
        leftOut: exports.leftOut(),
        cleared: exports.cleared(),
        refused: await exports.refused(publication.state?.failure?.leaks ?? []),
      };
    }),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/publication/rebuild'], async (context): Promise<RebuildAnswer> => {
      await requestRebuild({ acceptLoss: false });
      context.status = 202;
      return { message: words.rebuilding };
    }),
    adminRoute(
      strapi,
      { ...mayDecide, sentence: words.notAllowed },
      ['POST', '/trame/publication/accept-loss'],
      async (context): Promise<RebuildAnswer> => {
        strapi.log.info(`${editorOf(context).name} says that the pages that are gone are gone on purpose`);
        await requestRebuild({ acceptLoss: true });
        context.status = 202;
        return { message: words.accepted };
      },
    ),
  ]);
}
