import { Status, Typography } from '@strapi/design-system';
import { submissionKinds, type SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { kindTone } from './desk-words.ts';

/** The kind of an answer, as Strapi shows the state of a record. */
export const AnswerKind = ({ kind }: { kind: SubmissionKind }) => (
  <Status variant={kindTone[kind]} size="S" width="fit-content">
    <Typography tag="span" variant="omega" fontWeight="bold">
      {submissionKinds.label(kind)}
    </Typography>
  </Status>
);
