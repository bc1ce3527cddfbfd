import { Status, Typography } from '@strapi/design-system';
import { recordStates, type RecordState } from '../../domain/vocabulary/record-states.ts';

const LOOK: Readonly<Record<RecordState, 'success' | 'alternative' | 'danger' | 'secondary' | 'neutral'>> = {
  'en ligne': 'success',
  modifiée: 'alternative',
  refusée: 'danger',
  brouillon: 'secondary',
  'hors ligne': 'neutral',
};

/** Where a record stands, in the words of the office; nothing for a type without drafts. */
export const RecordStateLabel = ({ state }: { state: RecordState | null }) =>
  state === null ? null : (
    <Status variant={LOOK[state]} size="XS" style={{ flexShrink: 0, width: 'fit-content' }}>
      <Typography tag="span" variant="pi" fontWeight="bold">
        {recordStates.label(state)}
      </Typography>
    </Status>
  );
