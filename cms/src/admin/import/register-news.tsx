import { Box, Button, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { RegisterNewsItem } from '../../domain/contract/desk/register.ts';
import { Card } from '../kit/card.tsx';
import { associationPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAct } from '../kit/use-act.ts';
import { newsWords, words } from './import-words.ts';
import { readRegisterNews, seeNews } from './register-api.ts';

/** What the national register says of entries: dissolved, moved, renamed; nothing when there is nothing to look at. */
export const RegisterNews = () => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [news, setNews] = useState<readonly RegisterNewsItem[]>([]);
  useEffect(() => {
    let alive = true;
    readRegisterNews(client).then(
      (read) => alive && setNews(read),
      () => undefined, // the page serves without it
    );
    return () => {
      alive = false;
    };
  }, [client]);
  const see = async (id: string) => {
    const left = await act(() => seeNews(client, id));
    if (left) setNews(left);
  };
  if (news.length === 0) return null;
  return (
    <Card title={words.news}>
      <Typography textColor="neutral800">{words.newsMeaning}</Typography>
      <PlainTable
        caption={words.news}
        heads={words.newsHeads}
        rows={news.map((one) => ({
          key: one.id,
          cells: [
            <Box key="entry" maxWidth="24rem" style={{ whiteSpace: 'normal' }}>
              <Link tag={RouterLink} to={associationPath(one.documentId)}>
                {one.title}
              </Link>
            </Box>,
            newsWords[one.kind],
            <Box key="before" maxWidth="20rem" style={{ whiteSpace: 'normal' }}>
              <Typography textColor="neutral800">{one.before}</Typography>
            </Box>,
            <Box key="after" maxWidth="20rem" style={{ whiteSpace: 'normal' }}>
              <Typography textColor="neutral800">{one.after}</Typography>
            </Box>,
            <Button
              key="seen"
              size="S"
              variant="tertiary"
              disabled={underWay}
              aria-label={words.seenNamed(one.title)}
              onClick={() => void see(one.id)}
            >
              {words.seen}
            </Button>,
          ],
        }))}
      />
    </Card>
  );
};
