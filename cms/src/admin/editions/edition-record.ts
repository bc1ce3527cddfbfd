import { z } from 'zod';
import { progressOf, stageOf, type EditionState } from '../../domain/contract/press/edition-state.ts';
import { editionStages, type EditionStage } from '../../domain/vocabulary/edition-stages.ts';

/** What the pages of the editions read of a record itself; the rest is its form's business. */
export const EditionRecord = z.object({
  documentId: z.string(),
  year: z.int(),
  title: z.string(),
  stage: z.enum(editionStages.values),
  format: z.string().nullish(),
  binding: z.string().nullish(),
  frozenAt: z.string().nullish(),
  updatedAt: z.string(),
});
export type EditionRecord = z.infer<typeof EditionRecord>;

/** Where an edition is: what its printing says, which the record follows a moment later; the record when it says nothing. */
export const currentStage = (record: Pick<EditionRecord, 'stage'>, state: EditionState | null): EditionStage =>
  (state && stageOf(progressOf(state))) ?? record.stage;
