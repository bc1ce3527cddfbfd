import { Box, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { listPaths } from '../kit/paths.ts';
import { useAsked } from '../kit/use-asked.ts';
import { readRecordLists } from '../kit/record-lists.ts';

/** « Fiches à revoir »: every list that holds something, ours and the office’s, with its count. */
export const ListsWidget = () => {
  const { get } = useFetchClient();
  const { answer: read } = useAsked(
    useCallback(async () => {
      const { lists } = await readRecordLists({ get });
      return lists.filter(({ count }) => count > 0);
    }, [get]),
  );
  if (read === null) return <Widget.Loading>Chargement des listes</Widget.Loading>;
  if ('problem' in read) return <Widget.Error>{read.problem}</Widget.Error>;
  if (read.length === 0) return <Typography tag="p">Aucune fiche n’est à revoir. Bravo.</Typography>;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {read.map(({ id, name, count }) => (
        <Box tag="li" key={id} paddingTop={2} paddingBottom={2}>
          <Link tag={RouterLink} to={listPaths.list(id)}>
            {`${name}\u00a0: ${count.toLocaleString('fr-FR')}`}
          </Link>
        </Box>
      ))}
    </Box>
  );
};
