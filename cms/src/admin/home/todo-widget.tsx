import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { dayOf } from '../../domain/dates.ts';
import { listQuery, tasks, unreachableTask, type Task } from './todo-tasks.ts';

const PAGE_SIZE = 50;

interface Counted {
  task: Task;
  count: number;
}

/** « À faire »: one line per task that has something in it, each a link to the records themselves. */
export const TodoWidget = () => {
  const { get } = useFetchClient();
  const [counted, setCounted] = useState<Counted[] | 'failed' | null>(null);

  useEffect(() => {
    let alive = true;
    const count = async (task: Task): Promise<Counted | null> => {
      try {
        const { data } = await get<{ pagination: { total: number } }>(
          `/content-manager/collection-types/${task.uid}?${listQuery(task, 1)}`,
        );
        return { task, count: data.pagination.total };
      } catch {
        return null; // this person may not read that type
      }
    };
    const countUnreachable = async (): Promise<Counted | null> => {
      try {
        const { data } = await get<{ total: number; documentIds: string[] }>(
          '/trame/associations-without-public-contact',
        );
        return { task: unreachableTask(data.documentIds), count: data.total };
      } catch {
        return null;
      }
    };
    Promise.all([...tasks(dayOf(new Date())).map(count), countUnreachable()]).then((results) => {
      if (!alive) return;
      const known = results.filter((result) => result !== null);
      setCounted(known.length === 0 ? 'failed' : known.filter((result) => result.count > 0));
    });
    return () => {
      alive = false;
    };
  }, [get]);

  if (counted === null) return <Widget.Loading>Chargement de ce qui reste à faire</Widget.Loading>;
  if (counted === 'failed') return <Widget.Error>La liste n’a pas pu être chargée. Rechargez la page.</Widget.Error>;
  if (counted.length === 0) return <NothingLeft />;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {counted.map(({ task, count }) => (
        <Box tag="li" key={task.key} paddingTop={2} paddingBottom={2}>
          <Link tag={RouterLink} to={`/content-manager/collection-types/${task.uid}?${listQuery(task, PAGE_SIZE)}`}>
            {task.sentence(count)}
          </Link>
        </Box>
      ))}
    </Box>
  );
};

const NothingLeft = () => (
  <Flex gap={3} alignItems="flex-start">
    <CheckCircle aria-hidden width="2.4rem" height="2.4rem" fill="success600" style={{ flexShrink: 0 }} />
    <Typography tag="p" variant="delta">
      Tout est à jour. Bravo.
    </Typography>
  </Flex>
);
