import { Alert, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft, Pencil } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { currentStage } from './edition-record.ts';
import { editionName, editionSubtitle, stepsShown, unreadableFiles, unreadableTitle } from './edition-words.ts';
import { FreezeStep } from './freeze-step.tsx';
import { LinksStep } from './links-step.tsx';
import { ProofStep } from './proof-step.tsx';
import { ReportStep } from './report-step.tsx';
import { StageStatus } from './stage-status.tsx';
import { useEdition } from './use-edition.ts';
import { Notice } from '../kit/notice.tsx';
import { editionPaths } from '../kit/paths.ts';

/** The page of an edition: its four acts, in the order in which they are done. */
export const EditionPage = ({ documentId }: { documentId: string }) => {
  const { answer, refresh } = useEdition(documentId);
  if (answer === null) return <Page.Loading>Chargement de l’édition</Page.Loading>;
  const { record, state, problem } = answer;
  if (record === null) return <Page.Error content={problem ?? undefined} />;

  const report = state?.frozen?.report ?? state?.proof ?? null;
  const unreadable = state === null ? [] : unreadableFiles(record, state);
  return (
    <Page.Main>
      <Page.Title>{editionName(record)}</Page.Title>
      <Layouts.Header
        title={editionName(record)}
        subtitle={
          <Flex gap={3} paddingTop={1} alignItems="center">
            <StageStatus stage={currentStage(record, state)} />
            <Typography variant="omega" textColor="neutral600">
              {editionSubtitle(record)}
            </Typography>
          </Flex>
        }
        navigationAction={
          <Link tag={RouterLink} to={editionPaths.list} startIcon={<ArrowLeft />}>
            Éditions papier
          </Link>
        }
        primaryAction={
          <LinkButton
            tag={RouterLink}
            to={editionPaths.settings(documentId)}
            variant="secondary"
            startIcon={<Pencil />}
          >
            Réglages de l’édition
          </LinkButton>
        }
      />
      <Layouts.Content>
        {state === null ? (
          <Alert
            variant="warning"
            title="L’impression ne répond pas"
            closeLabel="Réessayer"
            onClose={() => void refresh()}
          >
            {problem}
          </Alert>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {unreadable.length > 0 && (
              <Notice tone="danger" title={unreadableTitle(unreadable.length)} live>
                <ul>
                  {unreadable.map(({ file, message }) => (
                    <li key={file}>{message}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {stepsShown(state, unreadable) && (
              <>
                <ProofStep state={state} refresh={refresh} />
                <ReportStep edition={documentId} which={state.frozen ? 'frozen' : 'proof'} report={report} />
                <FreezeStep state={state} refresh={refresh} />
                <LinksStep state={state} refresh={refresh} />
              </>
            )}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
