import { Box, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedImport } from '../../../domain/contract/desk/import.ts';
import { Card } from '../../kit/card.tsx';
import { importPaths } from '../../kit/paths.ts';
import { problemOf } from '../../kit/problem.ts';
import { formatMoment } from '../../kit/words.ts';
import { readBulkEdits } from './take-out-api.ts';
import { words } from './take-out-words.ts';

const MOST = 8;

/** The last changes that were made to many records at once, each with its way back. Nothing when there were none. */
export const BulkEditsCard = ({ rank }: { rank: number }) => {
  const { get } = useFetchClient();
  const [edits, setEdits] = useState<readonly ListedImport[] | { problem: string }>([]);
  useEffect(() => {
    let alive = true;
    readBulkEdits({ get }).then(
      (read) => alive && setEdits(read.slice(0, MOST)),
      (error: unknown) => alive && setEdits({ problem: problemOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [get, rank]);
  if ('problem' in edits) {
    return (
      <Card title={words.edits}>
        <Typography role="alert" textColor="danger600">
          {edits.problem}
        </Typography>
      </Card>
    );
  }
  if (edits.length === 0) return null;
  const now = new Date();
  return (
    <Card title={words.edits}>
      <Typography variant="omega" textColor="neutral700">
        {words.editsMeaning}
      </Typography>
      <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
        {edits.map((one) => (
          <Box tag="li" key={one.id} paddingTop={1} paddingBottom={1}>
            <Link tag={RouterLink} to={importPaths.page(one.id)}>
              {words.editLine(one.fileName, formatMoment(one.appliedAt ?? one.at, now), one.who)}
            </Link>
            {one.stage === 'undone' && (
              <Typography variant="pi" textColor="neutral600">
                {' (annulée)'}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  );
};
