import { Button, EmptyStateLayout, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { DistinctPair, DuplicatePair, Duplicates } from '../../domain/contract/desk/duplicates.ts';
import { Card } from '../kit/card.tsx';
import { duplicatePaths, recordPath } from '../kit/paths.ts';
import { useAsked } from '../kit/use-asked.ts';
import { useAct } from '../kit/use-act.ts';
import { readDuplicates, sendDistinct, undoMerge } from './duplicates-api.ts';
import { doneBy, mergedWords, moreWords, ofPair, typeWords, words } from './duplicates-words.ts';
import { Both, Line, Lines } from './lines.tsx';
import { UndoMerge } from './undo-merge.tsx';
import { Why } from './why.tsx';

interface PartProps {
  answer: Duplicates;
  refresh: () => Promise<void>;
}

/** « Doublons »: pairs to compare, what was merged of late, and what was said to be two. */
export const DuplicatesPage = () => {
  const client = useFetchClient();
  const { answer, refresh } = useAsked(useCallback(() => readDuplicates(client), [client]));
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

type AnyPair = Pick<DistinctPair, 'uid' | 'first' | 'second'>;
const questionOf = ({ uid, first, second }: AnyPair) => ({
  uid,
  first: first.documentId,
  second: second.documentId,
});
const keyOf = ({ first, second }: AnyPair): string => `${first.documentId} ${second.documentId}`;

const Pairs = ({ answer: { pairs, total }, refresh }: PartProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const apart = async (pair: DuplicatePair) => {
    await act(() => sendDistinct(client, questionOf(pair), true), { done: words.distinctDone });
    await refresh();
  };
  const more = moreWords(total);
  return (
    <Card title={words.pairs}>
      <Lines label={words.pairs}>
        {pairs.map((pair) => (
          <Line
            key={keyOf(pair)}
            acts={
              <>
                <LinkButton
                  tag={RouterLink}
                  to={duplicatePaths.pair(pair.uid, pair.first.documentId, pair.second.documentId)}
                  aria-label={ofPair(words.compare, pair.first, pair.second)}
                >
                  {words.compare}
                </LinkButton>
                <Button
                  variant="tertiary"
                  loading={underWay}
                  aria-label={ofPair(words.distinct, pair.first, pair.second)}
                  onClick={() => void apart(pair)}
                >
                  {words.distinct}
                </Button>
              </>
            }
          >
            <Typography variant="sigma" textColor="neutral600">
              {typeWords(pair.uid)}
            </Typography>
            <Both first={pair.first} second={pair.second} />
            <Why score={pair.score} reasons={pair.reasons} />
          </Line>
        ))}
      </Lines>
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
      <Lines label={words.merges}>
        {merges.map((merge) => (
          <Line
            key={merge.id}
            acts={
              merge.undoable ? (
                <UndoMerge title={merge.title} size="S" underWay={underWay} onUndo={() => undo(merge.id)} />
              ) : (
                <Typography textColor="neutral600">{words.tooLate}</Typography>
              )
            }
          >
            <Link tag={RouterLink} to={recordPath(merge.uid, merge.documentId)}>
              {merge.title}
            </Link>
            <Typography tag="p" textColor="neutral800">
              {mergedWords(merge, now)}
            </Typography>
          </Line>
        ))}
      </Lines>
    </Card>
  );
};

const Apart = ({ answer: { distinct }, refresh }: PartProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const now = new Date();
  const propose = async (pair: DistinctPair) => {
    await act(() => sendDistinct(client, questionOf(pair), false));
    await refresh();
  };
  return (
    <Card title={words.apart}>
      <Lines label={words.apart}>
        {distinct.map((pair) => (
          <Line
            key={keyOf(pair)}
            acts={
              <Button
                variant="tertiary"
                size="S"
                loading={underWay}
                aria-label={ofPair(words.apartBack, pair.first, pair.second)}
                onClick={() => void propose(pair)}
              >
                {words.apartBack}
              </Button>
            }
          >
            <Both first={pair.first} second={pair.second} />
            <Typography tag="p" textColor="neutral800">
              {doneBy(pair, now)}
            </Typography>
          </Line>
        ))}
      </Lines>
    </Card>
  );
};
