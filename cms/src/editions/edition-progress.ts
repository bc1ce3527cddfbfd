import type { Core } from '@strapi/strapi';
import type { EditionState } from '../domain/contract/edition-state.ts';
import type { EditionStage } from '../domain/vocabulary/edition-stages.ts';

const UID = 'api::edition.edition';

interface Progress {
  readonly stage: EditionStage;
  readonly frozenAt?: string;
  readonly fingerprint?: string;
}

function progressOf({ frozen, proof, printing }: EditionState): Progress | null {
  if (frozen) return { stage: 'figée', frozenAt: frozen.at, fingerprint: frozen.report.content };
  return proof || printing ? { stage: 'épreuve' } : null;
}

/**
 * Writes on the record how far its printing is. The one way by which a stage is written: through the database layer, around
 * the rules that keep hands off it (`document-middlewares/rules/edition-stages.ts`, `frozen-editions.ts`).
 *
 * Done with each state that passes here, not only after a freeze: should the CMS stop between the two, the record catches up
 * the next time that somebody looks at it. A frozen record stays as it is, whatever is said later.
 */
export async function recordProgress(strapi: Core.Strapi, documentId: string, state: EditionState): Promise<void> {
  const progress = progressOf(state);
  if (progress === null) return;
  const editions = strapi.db.query(UID);
  const record = await editions.findOne({ select: ['stage'], where: { documentId } });
  if (!record || record.stage === 'figée' || record.stage === progress.stage) return;
  await editions.update({ where: { documentId, stage: { $ne: 'figée' } }, data: progress });
}
