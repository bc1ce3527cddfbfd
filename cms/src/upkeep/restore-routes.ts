import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DecideLetters, type RestoreReport } from '../domain/contract/desk/restore.ts';
import { textOf, type Values } from '../domain/visit.ts';
import { adminRoute, bodyOf, editorOf, mayDecide, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { findOne } from '../platform/database/records.ts';
import { wakeDeployer } from '../platform/deployer/publication.ts';
import { titleOf } from '../platform/strapi/document.ts';
import { wakeSender } from './mail-service.ts';
import { knownUntil } from '../platform/suppressions/register.ts';
import { allowPublication, decideLetters, heldLetters, pendingRestores } from '../platform/restores/restore-store.ts';

const words = {
  counted: (by: string) => `Comptée comme partie par ${by}, après la remise en place d’une sauvegarde.`,
};

const ASSOCIATION = 'api::association.association';

/** Names of what a restore names by its documentId, an association's alone or after its type; what is gone has none. */
async function namesOf(strapi: Core.Strapi, failed: readonly string[]): Promise<Record<string, string>> {
  const named = await Promise.all(
    failed.map(async (one): Promise<[string, string]> => {
      const [first = '', second] = one.split(' ');
      const [uid, documentId] = second === undefined ? [ASSOCIATION, first] : [first, second];
      if (!Object.hasOwn(strapi.contentTypes, uid)) return [one, ''];
      const record = await findOne<Values>(strapi, uid, { where: { documentId } });
      return [one, titleOf(record) || textOf(record?.['associationName']) || textOf(record?.['email'])];
    }),
  );
  return Object.fromEntries(named.filter(([, name]) => name !== ''));
}

/** What waits for a decision since a backup was put back. */
export async function readRestore(strapi: Core.Strapi): Promise<RestoreReport> {
  const restores = await pendingRestores(strapi);
  const [last] = restores;
  if (!last) return { pending: null };
  const held = restores.filter(({ publicationHeld }) => publicationHeld);
  const failed = [...new Set(held.flatMap((one) => one.failed))];
  return {
    pending: {
      restoredAt: last.restoredAt.toISOString(),
      madeAt: last.madeAt?.toISOString() ?? null,
      letters: restores.some(({ lettersDecided }) => !lettersDecided) ? await heldLetters(strapi) : null,
      publication:
        held.length === 0
          ? null
          : {
              register: held.find(({ register }) => register !== 'whole')?.register ?? 'whole',
              knownUntil: (await knownUntil(strapi, last.restoredAt))?.toISOString() ?? null,
              failed,
              names: await namesOf(strapi, failed),
            },
    },
  };
}

/**
 * `GET /trame/restore`, `POST /trame/restore/letters` (DecideLetters) and `POST /trame/restore/publication {}`, all three
 * RestoreReport, for editors who may publish associations.
 */
export function registerRestoreRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/restore'], () => readRestore(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/restore/letters'], async (context) => {
      const { decision } = bodyOf(context, DecideLetters);
      const by = editorOf(context).name;
      await decideLetters(strapi, decision, by, words.counted(by));
      wakeSender();
      return readRestore(strapi);
    }),
    adminRoute(strapi, mayDecide, ['POST', '/trame/restore/publication'], async (context) => {
      bodyOf(context, z.strictObject({}));
      await allowPublication(strapi, editorOf(context).name);
      await wakeDeployer();
      return readRestore(strapi);
    }),
  ]);
}
