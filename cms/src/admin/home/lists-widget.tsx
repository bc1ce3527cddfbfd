import { Box, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { RecordList } from '../../domain/contract/desk/finding.ts';
import { listPaths } from '../kit/paths.ts';
import { problemOf } from '../kit/problem.ts';
import { readRecordLists } from '../kit/record-lists.ts';

/** « Fiches à revoir »: every list that holds something, ours and the office’s, with its count. */
export const ListsWidget = () => {
  const { get } = useFetchClient();
  const [read, setRead] = useState<{ lists: readonly RecordList[] } | { problem: string } | null>(null);
  useEffect(() => {
    let alive = true;
    readRecordLists({ get }).then(
      ({ lists }) => alive && setRead({ lists: lists.filter(({ count }) => count > 0) }),
      (error: unknown) => alive && setRead({ problem: problemOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [get]);
  if (read === null) return <Widget.Loading>Chargement des listes</Widget.Loading>;
  if ('problem' in read) return <Widget.Error>{read.problem}</Widget.Error>;
  if (read.lists.length === 0) return <Typography tag="p">Aucune fiche n’est à revoir. Bravo.</Typography>;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {read.lists.map(({ id, name, count }) => (
        <Box tag="li" key={id} paddingTop={2} paddingBottom={2}>
          <Link tag={RouterLink} to={listPaths.list(id)}>
            {`${name}\u00a0: ${count.toLocaleString('fr-FR')}`}
          </Link>
        </Box>
      ))}
    </Box>
  );
};
