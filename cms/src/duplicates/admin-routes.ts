import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  DistinctQuestion,
  MergeQuestion,
  PairQuestion,
  type DuplicateType,
  type Duplicates,
  type Merged,
  type MergeUndone,
  type PairView,
} from '../domain/contract/desk/duplicates.ts';
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
import { Refused, refusals } from '../platform/http/refused.ts';
import { wakeDeployer } from '../platform/deployer/publication.ts';
import { listMerges, markDistinct } from './duplicate-store.ts';
import { mayMerge } from './may-merge.ts';
import { merge } from './merge.ts';
import { viewPair } from './pair-view.ts';
import { readDuplicates, seenBy } from './read-pairs.ts';
import { undoMerge } from './undo-merge.ts';

/** What an account may not read is not there for it. @throws {Refused} */
async function holdToReading(
  strapi: Core.Strapi,
  context: AdminContext,
  uid: DuplicateType,
  ids: readonly string[],
): Promise<void> {
  const { find } = await seenBy(strapi, context);
  if (ids.some((id) => find(uid, id) === null)) throw refusals.unknownRecord();
}

async function holdToMerging(strapi: Core.Strapi, context: AdminContext, uid: DuplicateType, ids: readonly string[]) {
  await holdToReading(strapi, context, uid, ids);
  if (!mayMerge(strapi, context, uid)) throw refusals.notAllowed();
}

async function mergeAsked(strapi: Core.Strapi, context: AdminContext): Promise<Merged> {
  const question = bodyOf(context, MergeQuestion);
  await holdToMerging(strapi, context, question.uid, [question.first, question.second]);
  const merged = await merge(strapi, question, editorOf(context));
  await wakeDeployer();
  return merged;
}

async function undoAsked(strapi: Core.Strapi, context: AdminContext): Promise<MergeUndone> {
  bodyOf(context, z.strictObject({}));
  const asked = (await listMerges(strapi.db.connection)).find(({ id }) => id === idOf(context));
  if (!asked) throw new Refused('unknown', 'Cette réunion n’existe pas, ou a déjà été annulée.');
  if (!mayMerge(strapi, context, asked.uid)) throw refusals.notAllowed();
  const undone = await undoMerge(strapi, asked.id, editorOf(context));
  await wakeDeployer();
  return undone;
}

/**
 * « Doublons » (`domain/contract/desk/duplicates.ts`), of what the account may read: `GET /trame/duplicates` (Duplicates) ·
 * `GET /trame/duplicates/pair?uid=&first=&second=` (PairView) · `POST …/merge` (MergeQuestion → Merged) · `POST …/distinct`
 * (DistinctQuestion → Duplicates) · `POST …/merges/:id/undo {}` (MergeUndone).
 */
export function registerDuplicateRoutes(strapi: Core.Strapi): void {
  const route = ([method, path]: readonly ['GET' | 'POST', string], handle: (context: AdminContext) => unknown) =>
    adminRoute(strapi, mayDecide, [method, `/trame/duplicates${path}`], handle);
  registerAdminRoutes(strapi, [
    route(['GET', ''], (context): Promise<Duplicates> => readDuplicates(strapi, context)),
    route(['GET', '/pair'], (context): Promise<PairView> => viewPair(strapi, context, queryOf(context, PairQuestion))),
    route(['POST', '/merge'], (context) => mergeAsked(strapi, context)),
    route(['POST', '/distinct'], async (context): Promise<Duplicates> => {
      const { uid, first, second, distinct } = bodyOf(context, DistinctQuestion);
      await holdToReading(strapi, context, uid, [first, second]);
      await markDistinct(strapi.db.connection, { uid, ids: [first, second], distinct }, editorOf(context));
      return readDuplicates(strapi, context);
    }),
    route(['POST', '/merges/:id/undo'], (context) => undoAsked(strapi, context)),
  ]);
}
