import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { dayOf } from '../../domain/dates.ts';
import { boardPaths, readBoard, readCurrent } from '../board/board-api.ts';
import { deskPaths, readDesk } from '../desk/desk-api.ts';
import { editionPaths, readEditions, readState } from '../editions/editions-api.ts';
import { nextStep } from '../editions/edition-words.ts';
import { readTruth, truthPaths } from '../truth/truth-api.ts';
import { answersLine, campaignLines, sortLines, truthLine, urgency, type Line } from './today.ts';
import { listQuery, tasks, unreachableTask, type Task } from './todo-tasks.ts';

const PAGE_SIZE = 50;

type Get = ReturnType<typeof useFetchClient>['get'];

/** Booklets of years past ask for nothing any more. */
const LAST_EDITIONS = 2;

/** « À faire »: the three things of today, then whatever else has something in it; each line is a link to where it is done. */
export const TodoWidget = () => {
  const { get } = useFetchClient();
  const [lines, setLines] = useState<Line[] | 'failed' | null>(null);

  useEffect(() => {
    let alive = true;
    const counts = [...tasks(dayOf(new Date())).map((task) => count(get, task)), countUnreachable(get)];
    Promise.all([readAnswers(get), readCampaign(get), readSilent(get), readEditionSteps(get), ...counts]).then(
      (answers) => {
        if (!alive) return;
        const known = answers.filter((answer) => answer !== null);
        setLines(known.length === 0 ? 'failed' : known.flat());
      },
    );
    return () => {
      alive = false;
    };
  }, [get]);

  if (lines === null) return <Widget.Loading>Chargement de ce qui reste à faire</Widget.Loading>;
  if (lines === 'failed') return <Widget.Error>La liste n’a pas pu être chargée. Rechargez la page.</Widget.Error>;
  if (lines.length === 0) return <NothingLeft />;
  const { today, later } = sortLines(lines);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Lines title="Aujourd’hui" lines={today} />
      {later.length > 0 && <Lines title="Ensuite" lines={later} />}
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

const lineOf = (task: Task, count: number): Line[] =>
  count === 0
    ? []
    : [
        {
          key: task.key,
          sentence: task.sentence(count),
          to: `/content-manager/collection-types/${task.uid}?${listQuery(task, PAGE_SIZE)}`,
          urgency: urgency.tidy,
        },
      ];

/** One line, none when the task is done, null when this person may not read that type. */
async function count(get: Get, task: Task): Promise<Line[] | null> {
  try {
    const { data } = await get<{ pagination: { total: number } }>(
      `/content-manager/collection-types/${task.uid}?${listQuery(task, 1)}`,
    );
    return lineOf(task, data.pagination.total);
  } catch {
    return null;
  }
}

async function countUnreachable(get: Get): Promise<Line[] | null> {
  try {
    const { data } = await get<{ total: number; documentIds: string[] }>('/trame/associations-without-public-contact');
    return lineOf(unreachableTask(data.documentIds), data.total);
  } catch {
    return null;
  }
}

/** The answers that wait; null when this person may not decide about them. */
async function readAnswers(get: Get): Promise<Line[] | null> {
  try {
    return answersLine(await readDesk({ get }), new Date(), deskPaths.queue);
  } catch {
    return null;
  }
}

/** What the campaign of this year asks for; null when this person may not run it. */
async function readCampaign(get: Get): Promise<Line[] | null> {
  try {
    const campaign = await readCurrent({ get });
    if (campaign === null) return [];
    return campaignLines(await readBoard({ get }, campaign.id), new Date(), boardPaths.board(campaign.id));
  } catch {
    return null;
  }
}

/** Entries that leave the site only by the editor's act; null when this person may not decide it. */
async function readSilent(get: Get): Promise<Line[] | null> {
  try {
    return truthLine(await readTruth({ get }), truthPaths.page);
  } catch {
    return null;
  }
}

/** The next thing to do for the editions on paper, null when this person may not read them. */
async function readEditionSteps(get: Get): Promise<Line[] | null> {
  try {
    const editions = (await readEditions({ get })).slice(0, LAST_EDITIONS);
    const steps = await Promise.all(
      editions.map(async (edition): Promise<Line[]> => {
        // A printing that does not answer is no task of an editor's.
        const state = await readState({ get }, edition.documentId).catch(() => null);
        const sentence = state && nextStep(edition, state, new Date());
        return sentence
          ? [
              {
                key: edition.documentId,
                sentence,
                to: editionPaths.page(edition.documentId),
                urgency: urgency.step,
              },
            ]
          : [];
      }),
    );
    return steps.flat();
  } catch {
    return null;
  }
}

const NothingLeft = () => (
  <Flex gap={3} alignItems="flex-start">
    <CheckCircle aria-hidden width="2.4rem" height="2.4rem" fill="success600" style={{ flexShrink: 0 }} />
    <Typography tag="p" variant="delta">
      Tout est à jour. Bravo.
    </Typography>
  </Flex>
);
