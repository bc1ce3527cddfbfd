import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { readBoard, readCurrent } from '../board/board-api.ts';
import { readDesk } from '../desk/desk-api.ts';
import { readDuplicates } from '../duplicates/duplicates-api.ts';
import { readEditions, readState } from '../editions/editions-api.ts';
import { nextStep } from '../editions/edition-words.ts';
import { readAgendas } from '../import/agendas-api.ts';
import { readRegisterNews } from '../import/register-api.ts';
import { readJobs } from '../jobs/jobs-api.ts';
import { readRestore } from '../restore/restore-api.ts';
import { readStaleEntries } from '../stale-entries/stale-entries-api.ts';
import {
  alarmLines,
  answersLine,
  campaignLines,
  duplicatesLine,
  jobLines,
  registerLine,
  agendaLine,
  restoreLines,
  scheduleLines,
  sortLines,
  staleEntriesLine,
  urgency,
  type Line,
} from './today.ts';
import { readSchedules } from '../kit/schedule/schedule-api.ts';
import { isForbidden, problemOf } from '../kit/problem.ts';
import {
  boardPaths,
  deskPaths,
  duplicatePaths,
  editionPaths,
  importPaths,
  jobsPath,
  recordPath,
  restorePath,
  staleEntriesPaths,
} from '../kit/paths.ts';

type Get = ReturnType<typeof useFetchClient>['get'];

/** Booklets of years past ask for nothing any more. */
const LAST_EDITIONS = 2;

/** « À faire »: the three things of today, then whatever else there is to do; each line is a link to where it is done. */
export const TodoWidget = () => {
  const { get } = useFetchClient();
  const [answers, setAnswers] = useState<readonly PromiseSettledResult<Line[]>[] | null>(null);

  useEffect(() => {
    let alive = true;
    const questions = [
      readHeld,
      readAnswers,
      readCampaign,
      readSilent,
      readPlanned,
      readFailingJobs,
      readEditionSteps,
      readRegister,
      readPairs,
      readFollowed,
    ];
    void Promise.allSettled(questions.map((question) => question(get))).then((answers) => {
      if (alive) setAnswers(answers);
    });
    return () => {
      alive = false;
    };
  }, [get]);

  if (answers === null) return <Widget.Loading>Chargement de ce qui reste à faire</Widget.Loading>;
  const lines = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  // What somebody may not do is no task of theirs; what could not be read may well be one.
  const problem = answers.flatMap((answer) =>
    answer.status === 'rejected' && !isForbidden(answer.reason) ? [problemOf(answer.reason)] : [],
  )[0];
  if (lines.length === 0 && problem) return <Widget.Error>{problem}</Widget.Error>;
  if (lines.length === 0) return <NothingLeft />;
  const { today, later } = sortLines(lines);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Lines title="Aujourd’hui" lines={today} />
      {later.length > 0 && <Lines title="Ensuite" lines={later} />}
      {problem && (
        <Typography tag="p" variant="omega" textColor="danger600">
          Une partie de la liste n’a pas pu être lue. {problem}
        </Typography>
      )}
    </Flex>
  );
};

const Lines = ({ title, lines }: { title: string; lines: readonly Line[] }) => (
  <Box>
    <Typography tag="h3" variant="sigma" textColor="neutral600">
      {title}
    </Typography>
    <Box tag="ol" style={{ listStyle: 'none', padding: 0 }}>
      {lines.map(({ key, sentence, to }) => (
        <Box tag="li" key={key} paddingTop={2} paddingBottom={2}>
          <Link tag={RouterLink} to={to}>
            {sentence}
          </Link>
        </Box>
      ))}
    </Box>
  </Box>
);

/** The answers that wait. */
const readAnswers = async (get: Get): Promise<Line[]> =>
  answersLine(await readDesk({ get }), new Date(), deskPaths.queue);

/** What the campaign of this year asks for. */
async function readCampaign(get: Get): Promise<Line[]> {
  const campaign = await readCurrent({ get });
  if (campaign === null) return [];
  return campaignLines(await readBoard({ get }, campaign.id), new Date(), boardPaths.board(campaign.id));
}

/** Entries that leave the site only by the editor's act. */
const readSilent = async (get: Get): Promise<Line[]> =>
  staleEntriesLine(await readStaleEntries({ get }), staleEntriesPaths.page);

/** What was planned for a record and was not done. */
const readPlanned = async (get: Get): Promise<Line[]> => scheduleLines(await readSchedules({ get }), recordPath);

/** What is wrong with the program, and work of it that fails. */
async function readFailingJobs(get: Get): Promise<Line[]> {
  const report = await readJobs({ get });
  return [...alarmLines(report, jobsPath), ...jobLines(report, jobsPath)];
}

/** What the national register says of entries. */
const readRegister = async (get: Get): Promise<Line[]> =>
  registerLine(await readRegisterNews({ get }), importPaths.list);

/** Records that may be one. */
const readPairs = async (get: Get): Promise<Line[]> =>
  duplicatesLine(await readDuplicates({ get }), duplicatePaths.list);

/** What agendas that are followed propose. */
const readFollowed = async (get: Get): Promise<Line[]> => agendaLine(await readAgendas({ get }), importPaths.list);

/** What waits since a backup was put back. */
const readHeld = async (get: Get): Promise<Line[]> => restoreLines(await readRestore({ get }), restorePath);

/** The next thing to do for the editions on paper. */
async function readEditionSteps(get: Get): Promise<Line[]> {
  const editions = (await readEditions({ get })).slice(0, LAST_EDITIONS);
  const steps = await Promise.all(
    editions.map(async (edition): Promise<Line[]> => {
      // A printing that does not answer is no task of an editor's.
      const state = await readState({ get }, edition.documentId).catch(() => null);
      const sentence = state && nextStep(edition, state, new Date());
      return sentence
        ? [{ key: edition.documentId, sentence, to: editionPaths.page(edition.documentId), urgency: urgency.step }]
        : [];
    }),
  );
  return steps.flat();
}

const NothingLeft = () => (
  <Flex gap={3} alignItems="flex-start">
    <CheckCircle aria-hidden width="2.4rem" height="2.4rem" fill="success600" style={{ flexShrink: 0 }} />
    <Typography tag="p" variant="delta">
      Rien ne vous attend. Bravo.
    </Typography>
  </Flex>
);
