import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { BinLine } from '../../domain/contract/desk/bin.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { recordPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { useAct } from '../kit/use-act.ts';
import { eraseFromBin, putBack, readBin } from './bin-api.ts';
import { daysLeftWords, deletedWords, words } from './bin-words.ts';

/** « Corbeille »: what was deleted, and the way back. */
export const BinPage = () => {
  const client = useFetchClient();
  const { answer, refresh } = useAsked(useCallback(() => readBin(client), [client]));
  if (answer === null) return <Page.Loading>Chargement de la corbeille</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        {answer.length === 0 ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={words.empty} />
        ) : (
          <Card title={words.title}>
            <Lines lines={answer} refresh={refresh} />
          </Card>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

interface LinesProps {
  lines: readonly BinLine[];
  refresh: () => Promise<void>;
}

const Lines = ({ lines, refresh }: LinesProps) => {
  const now = new Date();
  return (
    <PlainTable
      caption={words.title}
      heads={words.heads}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <Box key="title" maxWidth="32rem" style={{ whiteSpace: 'normal' }}>
            <Typography fontWeight="bold" textColor="neutral800">
              {line.title}
            </Typography>
          </Box>,
          line.kind,
          <Box key="when" style={{ whiteSpace: 'normal' }}>
            <Typography textColor="neutral800">{deletedWords(line, now)}</Typography>
          </Box>,
          daysLeftWords(line),
          <Acts key="acts" line={line} refresh={refresh} />,
        ],
      }))}
    />
  );
};

const Acts = ({ line, refresh }: { line: BinLine; refresh: () => Promise<void> }) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const { act, underWay } = useAct();
  const back = async (publish: boolean) => {
    const done = await act(() => putBack(client, line.id, publish));
    if (done) {
      const say = done.published ? (line.wasPublished ? words.online : words.back) : words.asDraft;
      toggleNotification({
        type: 'success',
        message: [say(line.title), ...done.told].join(' '),
        link: { label: words.open, url: `/admin${recordPath(done.uid, done.documentId)}` },
        timeout: 10_000,
      });
    }
    await refresh();
  };
  const erase = async () => {
    await act(() => eraseFromBin(client, line.id));
    await refresh();
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="secondary"
        size="S"
        startIcon={<ArrowClockwise />}
        loading={underWay}
        aria-label={words.named(line.wasPublished ? words.putBackOnline : words.putBack, line.title)}
        onClick={() => void back(line.wasPublished)}
      >
        {line.wasPublished ? words.putBackOnline : words.putBack}
      </Button>
      {line.wasPublished && (
        <Button
          variant="tertiary"
          size="S"
          loading={underWay}
          aria-label={words.named(words.putBackAsDraft, line.title)}
          onClick={() => void back(false)}
        >
          {words.putBackAsDraft}
        </Button>
      )}
      <ConfirmAct
        title={words.erasing.title}
        meaning={words.erasing.meaning(line.title)}
        label={words.erasing.act}
        variant="danger-light"
        onConfirm={erase}
      >
        <Button variant="danger-light" size="S" loading={underWay} aria-label={words.named(words.erase, line.title)}>
          {words.erase}
        </Button>
      </ConfirmAct>
    </Flex>
  );
};
