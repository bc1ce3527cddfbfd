import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Book } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { z } from 'zod';
import { editionStages, type EditionStage } from '../../domain/vocabulary/edition-stages.ts';
import { StageStatus } from './stage-status.tsx';
import type { PanelComponent } from '../kit/panel.ts';
import { EDITION_UID, editionPaths } from '../kit/paths.ts';

const Staged = z.object({ stage: z.enum(editionStages.values) });

/** « Impression », beside the form of an edition: its stage, and the way to its proof. */
export const printingPanel: PanelComponent = ({ model, document }) => {
  if (model !== EDITION_UID) return null;
  const stage = Staged.safeParse(document).data?.stage;
  return { title: 'Impression', content: <Printing documentId={document?.documentId} stage={stage} /> };
};

const Printing = ({ documentId, stage }: { documentId: string | undefined; stage: EditionStage | undefined }) => {
  if (documentId === undefined) {
    return (
      <Typography tag="p" variant="omega" textColor="neutral700">
        Enregistrez l’édition pour pouvoir en tirer une épreuve.
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {stage && (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <StageStatus stage={stage} />
          <Typography tag="p" variant="omega" textColor="neutral700">
            {editionStages.terms.find(({ value }) => value === stage)?.description}
          </Typography>
        </Flex>
      )}
      <LinkButton
        tag={RouterLink}
        to={editionPaths.page(documentId)}
        variant="secondary"
        startIcon={<Book />}
        fullWidth
      >
        Voir l’épreuve
      </LinkButton>
    </Flex>
  );
};
