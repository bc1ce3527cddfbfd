import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { UnansweredLine, UnansweredReport } from '../../domain/contract/desk/unanswered.ts';
import { Card } from '../kit/card.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { recordPath, SITE_SETTINGS_PATH } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { saveFile } from '../kit/save-file.ts';
import { Statement } from '../kit/statement.tsx';
import { useAct } from '../kit/use-act.ts';
import { AddWordDialog } from './add-word-dialog.tsx';
import { readUnanswered, sendIgnore } from './unanswered-api.ts';
import {
  addedWords,
  altogetherWords,
  headWords,
  missingWords,
  named,
  settledWords,
  tableOf,
  timesWords,
  words,
} from './unanswered-words.ts';

/** « Ce que les gens cherchent »: questions that found nothing, and the words that would answer them. */
export const UnansweredPage = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Unanswered />
  </Page.Protect>
);

const Unanswered = () => {
  const client = useFetchClient();
  const { answer, refresh, replace } = useAsked(useCallback(() => readUnanswered(client), [client]));
  if (answer === null) return <Page.Loading>{words.loading}</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const { lines, more } = answer;
  const waiting = lines.filter(({ settled }) => settled === null);
  const done = lines.filter(({ settled }) => settled !== null);
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <Head report={answer} />
          {(answer.counting || waiting.length > 0) && (
            <Card title={words.waiting} action={lines.length > 0 && <DownloadTable lines={lines} />}>
              {waiting.length === 0 ? (
                <Typography tag="p">{words.none}</Typography>
              ) : (
                <Waiting lines={waiting} mayAdd={answer.mayAdd} refresh={refresh} onAnswer={replace} />
              )}
              {more && <Typography textColor="neutral600">{words.more}</Typography>}
            </Card>
          )}
          {done.length > 0 && (
            <Card title={words.done}>
              <Done lines={done} onAnswer={replace} />
            </Card>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const Head = ({ report }: { report: UnansweredReport }) => {
  const statement = headWords(report);
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Statement words={statement} live />
        <Box paddingLeft="3.6rem">
          <Link tag={RouterLink} to={SITE_SETTINGS_PATH}>
            {words.settings}
          </Link>
        </Box>
      </Flex>
    </Box>
  );
};

const DownloadTable = ({ lines }: { lines: readonly UnansweredLine[] }) => (
  <Button
    variant="secondary"
    startIcon={<Download />}
    onClick={() => saveFile(new Blob([tableOf(lines)], { type: 'text/csv' }), words.fileName)}
  >
    {words.download}
  </Button>
);

/** As wide as there is room; long words break. */
const Question = ({ line }: { line: UnansweredLine }) => {
  const missing = missingWords(line);
  return (
    <Box maxWidth="34rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography tag="p" fontWeight="bold" textColor="neutral800">
        {line.question}
      </Typography>
      {missing !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {missing}
        </Typography>
      )}
    </Box>
  );
};

const Wrapped = ({ children }: { children: string }) => (
  <Box style={{ whiteSpace: 'normal' }}>
    <Typography textColor="neutral800">{children}</Typography>
  </Box>
);

interface WaitingProps {
  lines: readonly UnansweredLine[];
  mayAdd: UnansweredReport['mayAdd'];
  refresh: () => Promise<void>;
  onAnswer: (report: UnansweredReport) => void;
}

const Waiting = ({ lines, mayAdd, refresh, onAnswer }: WaitingProps) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const { act, underWay } = useAct();
  const [adding, setAdding] = useState<UnansweredLine | null>(null);
  const ignore = async (question: string) => {
    const report = await act(() => sendIgnore(client, 'ignore', question), { done: words.ignored });
    if (report) onAnswer(report);
  };
  const mayAddAny = mayAdd.theme || mayAdd.association;
  return (
    <>
      <Typography tag="p" textColor="neutral600">
        {words.notShown}
      </Typography>
      <PlainTable
        caption={words.waiting}
        heads={words.heads}
        rows={lines.map((line) => ({
          key: line.question,
          cells: [
            <Question key="question" line={line} />,
            timesWords(line.lately),
            <Wrapped key="altogether">{altogetherWords(line)}</Wrapped>,
            // One control in a cell: in a cell of several, the table of Strapi keeps the Enter key for itself.
            mayAddAny ? (
              <Button
                key="add"
                size="S"
                style={{ whiteSpace: 'nowrap' }}
                startIcon={<Plus />}
                aria-label={named(words.add, line.missing)}
                onClick={() => setAdding(line)}
              >
                {words.add}
              </Button>
            ) : (
              ''
            ),
            <Button
              key="ignore"
              size="S"
              variant="tertiary"
              loading={underWay}
              aria-label={named(words.ignore, line.question)}
              onClick={() => void ignore(line.question)}
            >
              {words.ignore}
            </Button>,
          ],
        }))}
      />
      {adding !== null && (
        <AddWordDialog
          line={adding}
          mayAdd={mayAdd}
          onClose={() => setAdding(null)}
          onAdded={(added) => {
            setAdding(null);
            toggleNotification({ type: 'success', message: addedWords(added), timeout: 8000 });
            void refresh();
          }}
        />
      )}
    </>
  );
};

const Done = ({ lines, onAnswer }: Pick<WaitingProps, 'lines' | 'onAnswer'>) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const reopen = async (question: string) => {
    const report = await act(() => sendIgnore(client, 'reopen', question), { done: words.reopened });
    if (report) onAnswer(report);
  };
  return (
    <PlainTable
      caption={words.done}
      heads={words.doneHeads}
      rows={lines.map((line) => ({
        key: line.question,
        cells: [
          <Question key="question" line={line} />,
          timesWords(line.altogether),
          <Settled key="settled" line={line} />,
          <Button
            key="back"
            size="S"
            variant="tertiary"
            loading={underWay}
            aria-label={named(words.reopen, line.question)}
            onClick={() => void reopen(line.question)}
          >
            {words.reopen}
          </Button>,
        ],
      }))}
    />
  );
};

const Settled = ({ line }: { line: UnansweredLine }) => {
  const added = line.settled?.added ?? null;
  return (
    <Box maxWidth="32rem" style={{ whiteSpace: 'normal' }}>
      <Typography textColor="neutral800">{settledWords(line)}</Typography>
      {added !== null && (
        <Link tag={RouterLink} to={recordPath(added.uid, added.documentId)}>
          {added.title}
        </Link>
      )}
    </Box>
  );
};
