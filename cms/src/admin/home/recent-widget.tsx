import { Box, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { z } from 'zod';
import { recordPath } from '../kit/paths.ts';
import { useAsked } from '../kit/use-asked.ts';
import { RecentRecord, recentDetail, recentTitle } from './recent-words.ts';

const Answer = z.object({ data: z.array(RecentRecord) });

/** « Fiches modifiées récemment »: where one stopped. Strapi's own is a table of five columns, which a card cuts. */
export const RecentWidget = () => {
  const { get } = useFetchClient();
  const { answer: read } = useAsked(
    useCallback(async () => {
      const { data } = await get<unknown>('/content-manager/homepage/recent-documents', {
        params: { action: 'update' },
      });
      return Answer.parse(data);
    }, [get]),
  );
  if (read === null) return <Widget.Loading>Chargement des fiches récentes</Widget.Loading>;
  if ('problem' in read) return <Widget.Error>{read.problem}</Widget.Error>;
  if (read.data.length === 0) return <Typography tag="p">Aucune fiche n’a encore été modifiée.</Typography>;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {read.data.map((record) => (
        <Box tag="li" key={`${record.contentTypeUid} ${record.documentId}`} paddingTop={2} paddingBottom={2}>
          <Link tag={RouterLink} to={recordPath(record.contentTypeUid, record.documentId)}>
            {recentTitle(record)}
          </Link>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {recentDetail(record, new Date())}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
