/** Seeing a record before it is published: what is typed, made into its page or its printed entry by who makes the site. */
import type { Core } from '@strapi/strapi';
import { PreviewQuestion, type RecordPreview } from '../../../domain/contract/desk/record.ts';
import type { EntryPreviewQuestion, PagePreviewQuestion } from '../../../domain/contract/press/preview.ts';
import { mayOf, askedSave } from '../../../entries/records-admin-routes.ts';
import { recordTypes, type RecordType } from '../../../entries/record-types.ts';
import { askDeployer } from '../../../platform/deployer/deployer-client.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  registerAdminRoutes,
  type AdminContext,
} from '../../../platform/http/admin-route.ts';
import { refusals } from '../../../platform/http/refused.ts';
import { exportTyped, type Exported, type PreviewKind } from './preview-record.ts';

/** A program that is not loaded yet loads Astro first, and a large directory is read whole. */
const PATIENCE_MS = 60_000;

async function shown(type: RecordType, kind: PreviewKind, { slug, content, files }: Exported): Promise<RecordPreview> {
  if (kind === 'page') {
    const body: PagePreviewQuestion = { page: type.page, slug, content, files };
    const answer = await askDeployer({
      service: 'publication',
      method: 'POST',
      path: ['preview', 'page'],
      body,
      patienceMs: PATIENCE_MS,
    });
    return { kind: 'page', html: await answer.text() };
  }
  const body: EntryPreviewQuestion = { slug, content, files };
  const answer = await askDeployer({
    service: 'printing',
    method: 'POST',
    path: ['preview', 'entry'],
    body,
    patienceMs: PATIENCE_MS,
  });
  const picture = Buffer.from(await answer.arrayBuffer()).toString('base64');
  return { kind: 'picture', picture: `data:image/png;base64,${picture}` };
}

async function preview(strapi: Core.Strapi, type: RecordType, kind: PreviewKind, context: AdminContext) {
  const question = bodyOf(context, PreviewQuestion);
  if (!mayOf(strapi, context, type.uid, question.documentId === null).save) throw refusals.notAllowed();
  const asked = await askedSave(strapi, type, { ...question, publish: true });
  return shown(type, kind, await exportTyped(strapi, asked, editorOf(context), kind));
}

/**
 * For each type of `recordTypes`: `POST /trame/records/<page>/preview/page` and `…/preview/print` (PreviewQuestion → RecordPreview;
 * a refusal when it could not be published as it is). Whoever may change a record may look at it.
 */
export function registerPreviewRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(
    strapi,
    recordTypes.flatMap((type) =>
      (['page', 'print'] as const).map((kind) =>
        adminRoute(
          strapi,
          { action: 'read', uid: type.uid },
          ['POST', `/trame/records/${type.page}/preview/${kind}`],
          (context) => preview(strapi, type, kind, context),
        ),
      ),
    ),
  );
}
