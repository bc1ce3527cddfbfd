import { Badge, Box, Button, EmptyStateLayout, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { DuplicatePair, Duplicates, PairedRecord } from '../../domain/contract/desk/duplicates.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { Fold } from '../kit/fold.tsx';
import { duplicatePaths, recordPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { problemOf } from '../kit/problem.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { useAct } from '../kit/use-act.ts';
import { readDuplicates, sendDistinct, undoMerge } from './duplicates-api.ts';
import {
  againstWords,
  doneBy,
  likelihood,
  mergedWords,
  moreWords,
  named,
  ofPair,
  reasonWords,
  typeWords,
  words,
} from './duplicates-words.ts';

interface PartProps {
  answer: Duplicates;
  refresh: () => Promise<void>;
}

/** « Doublons »: pairs to compare, what was merged of late, and what was said to be two. */
export const DuplicatesPage = () => {
  const client = useFetchClient();
  const [answer, setAnswer] = useState<Duplicates | { problem: string } | null>(null);
  const refresh = useCallback(
    () => readDuplicates(client).then(setAnswer, (error: unknown) => setAnswer({ problem: problemOf(error) })),
    [client],
  );
  useEffect(() => void refresh(), [refresh]);
  if (answer === null) return <Page.Loading>{words.loading}</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const { pairs, merges, distinct } = answer;
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {pairs.length === 0 ? (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={words.none} />
          ) : (
            <Pairs answer={answer} refresh={refresh} />
          )}
          {merges.length > 0 && <Merges answer={answer} refresh={refresh} />}
          {distinct.length > 0 && <Apart answer={answer} refresh={refresh} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const Wrapped = ({ children }: { children: React.ReactNode }) => (
  <Box maxWidth="34rem" style={{ whiteSpace: 'normal' }}>
    {children}
  </Box>
);

const Both = ({ first, second }: { first: PairedRecord; second: PairedRecord }) => (
  <Wrapped>
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={2} paddingBottom={2}>
      {[first, second].map((record) => (
        <Flex key={record.documentId} gap={2} wrap="wrap">
          <Typography fontWeight="bold" textColor="neutral800">
            {named(record)}
          </Typography>
          <RecordStateLabel state={record.state} />
        </Flex>
      ))}
    </Flex>
  </Wrapped>
);

export const Why = ({ score, reasons }: Pick<DuplicatePair, 'score' | 'reasons'>) => (
  <Flex direction="column" alignItems="flex-start" gap={1}>
    <Typography fontWeight="bold" textColor="neutral800">
      {likelihood(score)}
    </Typography>
    <Typography textColor="neutral800">{reasonWords(reasons)}</Typography>
    {againstWords(reasons).map((said) => (
      <Badge key={said} backgroundColor="warning100" textColor="warning700">
        {said}
      </Badge>
    ))}
  </Flex>
);

const Pairs = ({ answer: { pairs, total }, refresh }: PartProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const apart = async ({ uid, first, second }: DuplicatePair) => {
    const question = { uid, first: first.documentId, second: second.documentId };
    await act(() => sendDistinct(client, question, true), { done: words.distinctDone });
    await refresh();
  };
  const more = moreWords(total);
  return (
    <Card title={words.pairs}>
      <PlainTable
        caption={words.pairs}
        heads={words.heads}
        rows={pairs.map((pair) => ({
          key: `${pair.first.documentId} ${pair.second.documentId}`,
          cells: [
            <Both key="both" first={pair.first} second={pair.second} />,
            typeWords(pair.uid),
            <Wrapped key="why">
              <Why {...pair} />
            </Wrapped>,
            <Flex key="acts" gap={2} wrap="wrap">
              <LinkButton
                tag={RouterLink}
                to={duplicatePaths.pair(pair.uid, pair.first.documentId, pair.second.documentId)}
                size="S"
                aria-label={ofPair(words.compare, pair.first, pair.second)}
              >
                {words.compare}
              </LinkButton>
              <Button
                variant="tertiary"
                size="S"
                loading={underWay}
                aria-label={ofPair(words.distinct, pair.first, pair.second)}
                onClick={() => void apart(pair)}
              >
                {words.distinct}
              </Button>
            </Flex>,
          ],
        }))}
      />
      {more !== null && <Typography textColor="neutral600">{more}</Typography>}
    </Card>
  );
};

const Merges = ({ answer: { merges }, refresh }: PartProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const undo = async (id: string) => {
    await act(() => undoMerge(client, id), { done: words.undone });
    await refresh();
  };
  const now = new Date();
  return (
    <Card title={words.merges}>
      <PlainTable
        caption={words.merges}
        heads={words.mergeHeads}
        rows={merges.map((merge) => ({
          key: merge.id,
          cells: [
            <Wrapped key="title">
              <Link tag={RouterLink} to={recordPath(merge.uid, merge.documentId)}>
                {merge.title}
              </Link>
            </Wrapped>,
            <Wrapped key="when">
              <Typography textColor="neutral800">{mergedWords(merge, now)}</Typography>
            </Wrapped>,
            merge.undoable ? (
              <UndoMerge key="undo" title={merge.title} underWay={underWay} onUndo={() => undo(merge.id)} />
            ) : (
              words.tooLate
            ),
          ],
        }))}
      />
    </Card>
  );
};

interface UndoMergeProps {
  title: string;
  underWay: boolean;
  onUndo: () => Promise<void>;
}

/** Asks, and undoes. */
export const UndoMerge = ({ title, underWay, onUndo }: UndoMergeProps) => (
  <ConfirmAct
    title={words.undoTitle}
    meaning={words.undoMeaning}
    label={words.undo}
    variant="danger-light"
    onConfirm={onUndo}
  >
    <Button variant="tertiary" size="S" loading={underWay} aria-label={`${words.undo}\u00a0: ${title}`}>
      {words.undo}
    </Button>
  </ConfirmAct>
);

const Apart = ({ answer: { distinct }, refresh }: PartProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const now = new Date();
  return (
    <Fold title={`${words.apart} (${distinct.length})`}>
      <PlainTable
        caption={words.apart}
        heads={words.apartHeads}
        rows={distinct.map((pair) => ({
          key: `${pair.first.documentId} ${pair.second.documentId}`,
          cells: [
            <Both key="both" first={pair.first} second={pair.second} />,
            doneBy(pair, now),
            <Button
              key="back"
              variant="tertiary"
              size="S"
              loading={underWay}
              aria-label={ofPair(words.apartBack, pair.first, pair.second)}
              onClick={() =>
                void act(() =>
                  sendDistinct(
                    client,
                    { uid: pair.uid, first: pair.first.documentId, second: pair.second.documentId },
                    false,
                  ),
                ).then(refresh)
              }
            >
              {words.apartBack}
            </Button>,
          ],
        }))}
      />
    </Fold>
  );
};
