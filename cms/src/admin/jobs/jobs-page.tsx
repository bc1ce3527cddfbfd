import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import type { JobRun, JobsReport, JobState } from '../../domain/contract/desk/jobs.ts';
import { fileSize } from '../../domain/file-size.ts';
import { Card } from '../kit/card.tsx';
import { Notice } from '../kit/notice.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { problemOf } from '../kit/problem.ts';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { useAct } from '../kit/use-act.ts';
import { Fold } from '../kit/fold.tsx';
import { Statement } from '../kit/statement.tsx';
import { usePolling } from '../kit/use-polling.ts';
import { readJobs, runJob } from './jobs-api.ts';
import {
  durationWords,
  historyWords,
  inOrder,
  pollingDelay,
  since,
  stateWords,
  whenWords,
  words,
} from './jobs-words.ts';

/** « Tâches »: what the program does by itself, how it went, and the button that does it now. */
export const JobsPage = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Jobs />
  </Page.Protect>
);

type Answer = { report: JobsReport } | { problem: string };

const Jobs = () => {
  const client = useFetchClient();
  const ask = (): Promise<Answer> =>
    readJobs(client).then(
      (report) => ({ report }),
      (error: unknown) => ({ problem: problemOf(error) }),
    );
  const { answer, refresh } = usePolling(ask, (last) => pollingDelay(last && 'report' in last ? last.report : null));
  if (answer === null) return <Page.Loading>Chargement des tâches</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const { report } = answer;
  const now = new Date(report.now);
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {!report.working && (
            <Notice tone="warning" title={words.stopped.title} live>
              {words.stopped.meaning}
            </Notice>
          )}
          {report.alarms.map(({ id, title, words: said, since: begun }) => (
            <Notice key={id} tone="warning" title={words.alarm(title, since(begun, now))}>
              {said}
            </Notice>
          ))}
          <Typography tag="p" textColor="neutral600">
            {report.backup === null
              ? words.noBackup
              : words.backup(since(report.backup.at, now), fileSize(report.backup.bytes))}
          </Typography>
          {inOrder(report.jobs).map((job) => (
            <JobCard key={job.id} job={job} now={now} refresh={refresh} />
          ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface JobCardProps {
  job: JobState;
  now: Date;
  refresh: () => Promise<void>;
}

const JobCard = ({ job, now, refresh }: JobCardProps) => {
  const [last] = job.runs;
  return (
    <Card title={job.title} action={<RunNow job={job} refresh={refresh} />}>
      <Typography tag="p" textColor="neutral600">
        {job.does}
      </Typography>
      <Statement words={stateWords(job, now)} />
      {job.failures > 0 && job.state === 'waiting' && last?.technical && (
        // Under the words of the statement, which begin after its sign.
        <Box paddingLeft="3.6rem">
          <Technical line={last.technical} />
        </Box>
      )}
      {job.runs.length > 0 && (
        <Fold title={words.history}>
          <PlainTable
            caption={`${job.title}\u00a0: ${words.history}`}
            heads={words.heads}
            rows={job.runs.map((run) => ({
              key: run.id,
              cells: [whenWords(run, now), durationWords(run), <Result key="result" run={run} />],
            }))}
          />
        </Fold>
      )}
    </Card>
  );
};

const RunNow = ({ job, refresh }: Omit<JobCardProps, 'now'>) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const run = async () => {
    await act(() => runJob(client, job.id), { done: words.asked(job.title) });
    await refresh();
  };
  return (
    <Button
      variant="secondary"
      startIcon={<Play />}
      loading={underWay}
      disabled={job.state !== 'waiting'}
      onClick={() => void run()}
    >
      {words.run}
      <VisuallyHidden>{` (${job.title})`}</VisuallyHidden>
    </Button>
  );
};

const Result = ({ run }: { run: JobRun }) => (
  <Box style={{ whiteSpace: 'normal' }}>
    <Typography textColor={run.failure === null ? 'neutral800' : 'danger700'}>{historyWords(run)}</Typography>
    {run.technical !== null && <Technical line={run.technical} />}
  </Box>
);

/** For the person who keeps the server: an editor copies it into a message. */
const Technical = ({ line }: { line: string }) => (
  <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
    {`${words.technical}\u00a0: `}
    <code>{line}</code>
  </Typography>
);
