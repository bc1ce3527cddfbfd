import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PutBackQuestion, type BinLine as ListedLine } from '../../domain/contract/desk/bin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  isAllowed,
  registerAdminRoutes,
  type AdminContext,
  type Permission,
} from '../../platform/http/admin-route.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { writeJournal } from '../journal.ts';
import { KEEP_IN_BIN_DAYS, listBin, removeFromBin, takeFromBin, typeInBin, type BinLine } from './bin-store.ts';
import { putBack } from './put-back.ts';

const DAY_MS = 86_400_000;

const may = (uid: string, action: Permission['action']): Permission => ({ action, uid });

/** Records of types that the editor may not read are none of theirs. */
async function listed(strapi: Core.Strapi, context: AdminContext, now: Date): Promise<ListedLine[]> {
  const lines = (await listBin(strapi)).filter(
    ({ uid }) => isKnown(strapi, uid) && isAllowed(strapi, context, may(uid, 'read')),
  );
  return lines.map((line) => ({
    id: line.id,
    uid: line.uid,
    kind: strapi.getModel(line.uid as 'api::theme.theme').info.displayName,
    title: line.title,
    deletedAt: line.deletedAt.toISOString(),
    deletedBy: line.deletedBy,
    daysLeft: daysLeft(line, now),
    wasPublished: line.wasPublished,
  }));
}

const isKnown = (strapi: Core.Strapi, uid: string): boolean => uid in strapi.contentTypes;

const daysLeft = ({ deletedAt }: BinLine, now: Date): number =>
  Math.max(0, Math.ceil((deletedAt.getTime() + KEEP_IN_BIN_DAYS * DAY_MS - now.getTime()) / DAY_MS));

/** Whoever deletes may put back; what goes online asks for the right to publish. @throws {Refused} */
async function holdToRights(strapi: Core.Strapi, context: AdminContext, actions: readonly Permission['action'][]) {
  const uid = await typeInBin(strapi, idOf(context));
  if (uid === null) return; // the act says that it is gone
  const allowed = actions.every((action) => isAllowed(strapi, context, may(uid, action)));
  if (!allowed) throw refusals.notAllowed();
}

/** @throws {Refused} when it is not there any more */
const eraseNow = (strapi: Core.Strapi, context: AdminContext) =>
  inTransaction(strapi, async (trx) => {
    const kept = await takeFromBin(trx, idOf(context));
    if (kept === null) throw new Refused('unknown', 'Cette fiche n’est plus dans la corbeille.');
    await removeFromBin(trx, idOf(context));
    const editor = editorOf(context);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche effacée de la corbeille',
      subject: kept.title,
      associationId: kept.uid === 'api::association.association' ? kept.documentId : null,
    });
    return { erased: true };
  });

/**
 * « Corbeille »: `GET /trame/bin` (BinLine[]) · `POST /trame/bin/:id/put-back` (PutBackQuestion → PutBack) ·
 * `POST /trame/bin/:id/erase {}`. Each editor sees and puts back what their role may read and change.
 */
export function registerBinRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/bin'], (context) => listed(strapi, context, new Date())),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/bin/:id/put-back'], async (context) => {
      const { publish } = bodyOf(context, PutBackQuestion);
      await holdToRights(strapi, context, ['create', ...(publish ? (['publish'] as const) : [])]);
      return putBack(strapi, idOf(context), publish, editorOf(context));
    }),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/bin/:id/erase'], async (context) => {
      bodyOf(context, z.strictObject({}));
      await holdToRights(strapi, context, ['delete']);
      return eraseNow(strapi, context);
    }),
  ]);
}
