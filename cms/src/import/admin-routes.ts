import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ApplyQuestion, DecideQuestion, LinesQuestion, UndoQuestion } from '../domain/contract/desk/import.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  mayDecide,
  queryOf,
  registerAdminRoutes,
  type AdminContext,
} from '../platform/http/admin-route.ts';
import { Refused } from '../platform/http/refused.ts';
import { applyImport, importRefusals } from './apply-import.ts';
import { forget, inBackground, planOf, progressOf, workbookOf } from './current-imports.ts';
import { decide } from './decide.ts';
import { faultyLines } from './faulty-lines.ts';
import { findImport, keepDecisions, listImports, removeImport, type FoundImport } from './import-store.ts';
import { shapeOf, tableFor, type ImportPlan } from './make-plan.ts';
import { takeIn } from './take-in.ts';
import { undoImport } from './undo-import.ts';
import { changesInView, linesOf, toListed, viewOf } from './view.ts';

const words = {
  noFile: 'Aucun fichier n’est arrivé\u00a0: choisissez-en un et recommencez.',
};

interface SentFile {
  readonly filepath: string;
  readonly originalFilename?: string | null;
}

/** The file of a request, as Strapi's parser put it on the disk. */
function sentFile(context: AdminContext): SentFile {
  const { files } = context.request as { files?: { file?: SentFile | SentFile[] } };
  const file = [files?.file ?? []].flat()[0];
  if (!file) throw new Refused('invalid', words.noFile);
  return file;
}

async function found(strapi: Core.Strapi, context: AdminContext): Promise<FoundImport> {
  const one = await findImport(strapi.db.connection, idOf(context));
  if (!one) throw importRefusals.unknown();
  return one;
}

async function waiting(strapi: Core.Strapi, context: AdminContext): Promise<{ one: FoundImport; plan: ImportPlan }> {
  const one = await found(strapi, context);
  const plan = one.stage === 'draft' ? await planOf(strapi, one) : null;
  if (!plan) throw importRefusals.notWaiting();
  return { one, plan };
}

async function receive(strapi: Core.Strapi, context: AdminContext) {
  const { filepath, originalFilename } = sentFile(context);
  const id = await takeIn(strapi, {
    path: filepath,
    fileName: (originalFilename ?? 'fichier').slice(-255),
    editor: editorOf(context),
  });
  const one = await findImport(strapi.db.connection, id);
  if (!one) throw importRefusals.unknown();
  return viewOf(strapi, one);
}

/** What is being taken over is what was shown: nothing more is said of it, nor is it given up. */
function refuseWhileUnderWay(context: AdminContext): void {
  if (progressOf(idOf(context)).progress !== null) throw importRefusals.underWay();
}

async function takeDecision(strapi: Core.Strapi, context: AdminContext) {
  const asked = bodyOf(context, DecideQuestion);
  refuseWhileUnderWay(context);
  const { one, plan } = await waiting(strapi, context);
  const workbook = await workbookOf(strapi, one.id);
  if (!workbook) throw importRefusals.notWaiting();
  const decisions = decide(one.decisions, asked, workbook, plan);
  const shape = shapeOf(tableFor(workbook, decisions));
  if (!(await keepDecisions(strapi.db.connection, one.id, decisions, shape))) throw importRefusals.notWaiting();
  return viewOf(strapi, await found(strapi, context));
}

async function apply(strapi: Core.Strapi, context: AdminContext) {
  const { plan, publish } = bodyOf(context, ApplyQuestion);
  const { one, plan: made } = await waiting(strapi, context);
  const workbook = await workbookOf(strapi, one.id);
  if (!workbook) throw importRefusals.notWaiting();
  if (made.name !== plan) throw importRefusals.moved();
  const editor = editorOf(context);
  void inBackground(strapi, one.id, 'apply', (onProgress) =>
    applyImport(strapi, { id: one.id, workbook, plan, publish, editor, onProgress }),
  );
  return viewOf(strapi, one);
}

async function undo(strapi: Core.Strapi, context: AdminContext) {
  const { changes } = bodyOf(context, UndoQuestion);
  const one = await found(strapi, context);
  if (one.stage === 'draft') throw importRefusals.unknown();
  const editor = editorOf(context);
  void inBackground(strapi, one.id, 'undo', (onProgress) =>
    undoImport(strapi, { id: one.id, only: changes, editor, onProgress }),
  );
  return viewOf(strapi, one);
}

async function faultyFile(strapi: Core.Strapi, context: AdminContext): Promise<Buffer> {
  const { plan } = await waiting(strapi, context);
  context.set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  return faultyLines(plan.table, plan.planned);
}

async function giveUp(strapi: Core.Strapi, context: AdminContext) {
  bodyOf(context, z.strictObject({}));
  refuseWhileUnderWay(context);
  if (!(await removeImport(strapi.db.connection, idOf(context)))) throw importRefusals.notWaiting();
  forget(idOf(context));
  return { givenUp: true };
}

/**
 * « Importer » (`domain/contract/desk/import.ts`): `GET /trame/imports` (ListedImport[]) · `POST /trame/imports` (multipart, `file`
 * → ImportView) · `GET /trame/imports/:id` (ImportView) · `GET …/lines` (LinesQuestion → PlannedLines) · `POST …/decide`
 * (DecideQuestion → ImportView) · `POST …/apply` (ApplyQuestion → ImportView) · `GET …/changes` (ImportChange[]) · `POST …/undo`
 * (UndoQuestion → ImportView) · `GET …/faulty` (XLSX) · `POST …/give-up {}`.
 */
export function registerImportRoutes(strapi: Core.Strapi): void {
  const route = ([method, path]: readonly ['GET' | 'POST', string], handle: (context: AdminContext) => unknown) =>
    adminRoute(strapi, mayDecide, [method, `/trame/imports${path}`], handle);
  registerAdminRoutes(strapi, [
    route(['GET', ''], async () => (await listImports(strapi.db.connection)).map(toListed)),
    route(['POST', ''], (context) => receive(strapi, context)),
    route(['GET', '/:id'], async (context) => {
      const underWay = progressOf(idOf(context));
      return viewOf(strapi, await found(strapi, context), underWay);
    }),
    route(['GET', '/:id/lines'], async (context) => {
      const { plan } = await waiting(strapi, context);
      return linesOf(strapi, plan, queryOf(context, LinesQuestion));
    }),
    route(['POST', '/:id/decide'], (context) => takeDecision(strapi, context)),
    route(['POST', '/:id/apply'], (context) => apply(strapi, context)),
    route(['GET', '/:id/changes'], async (context) => changesInView(strapi, (await found(strapi, context)).id)),
    route(['POST', '/:id/undo'], (context) => undo(strapi, context)),
    route(['GET', '/:id/faulty'], (context) => faultyFile(strapi, context)),
    route(['POST', '/:id/give-up'], (context) => giveUp(strapi, context)),
  ]);
}
