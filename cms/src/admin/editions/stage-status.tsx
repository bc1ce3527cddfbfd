import { Status, Typography } from '@strapi/design-system';
import { editionStages, type EditionStage } from '../../domain/vocabulary/edition-stages.ts';

const VARIANTS = { 'en préparation': 'secondary', épreuve: 'primary', figée: 'success' } as const satisfies Record<
  EditionStage,
  string
>;

/** The stage of an edition, as Strapi shows the state of a record. */
export const StageStatus = ({ stage }: { stage: EditionStage }) => (
  <Status variant={VARIANTS[stage]} size="S" width="fit-content">
    <Typography tag="span" variant="omega" fontWeight="bold">
      {editionStages.label(stage)}
    </Typography>
  </Status>
);
