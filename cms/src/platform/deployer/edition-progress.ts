import type { Core } from '@strapi/strapi';
import { stageOf, type EditionProgress } from '../../domain/contract/press/edition-state.ts';
import { findOne } from '../database/records.ts';

const UID = 'api::edition.edition';

/**
 * Writes on the record how far its printing is. The one way by which a stage is written: through the database layer, around
 * the rules that keep hands off it (`rules/content/edition-stages.ts`, `frozen-editions.ts`).
 *
 * Called with what the deployer answers to an act, and with what it tells by itself (`follow-editions.ts`): should the CMS stop
 * between a freeze and its answer, the record catches up when it listens again. A frozen record stays as it is, whatever is
 * said later.
 */
export async function recordProgress(strapi: Core.Strapi, progress: EditionProgress): Promise<void> {
  const stage = stageOf(progress);
  if (stage === null) return;
  const editions = strapi.db.query(UID);
  const record = await findOne<{ stage: string | null }>(strapi, UID, {
    select: ['stage'],
    where: { documentId: progress.edition },
  });
  if (!record || record.stage === 'figée' || record.stage === stage) return;
  await editions.update({
    where: { documentId: progress.edition, stage: { $ne: 'figée' } },
    data: {
      stage,
      ...(progress.frozen && { frozenAt: progress.frozen.at, fingerprint: progress.frozen.content }),
    },
  });
}
