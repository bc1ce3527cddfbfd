import { Box, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { z } from 'zod';
import { JournalLine } from '../../../domain/contract/desk/review.ts';
import { Difference } from '../differences.tsx';
import { Fold } from '../fold.tsx';
import { Notice } from '../notice.tsx';
import { journalPaths } from '../paths.ts';
import { useAsked } from '../use-asked.ts';
import { formatMoment } from '../words.ts';
import { historyWords as words } from './record-words.ts';

const heads = { before: 'Avant', after: 'Après' };

interface HistoryProps {
  documentId: string;
  /** `association`: its answers and letters too; `record`: what was changed of this record. */
  of: 'association' | 'record';
}

/** What was decided about a record, the newest first, beside its form. */
const History = ({ documentId, of }: HistoryProps) => {
  const { get } = useFetchClient();
  const { answer: found } = useAsked(
    useCallback(async () => {
      const { data } = await get<unknown>('/trame/journal', { params: { [of]: documentId } });
      return z.array(JournalLine).parse(data);
    }, [get, documentId, of]),
  );
  if (found === null) return <Loader>{words.loading}</Loader>;
  if ('problem' in found) return <Notice tone="warning" title={found.problem} />;
  if (found.length === 0) return <Typography tag="p">{words.noHistory}</Typography>;
  const journal = of === 'association' ? journalPaths.of : journalPaths.ofRecord;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box tag="ol" style={{ listStyle: 'none', padding: 0 }}>
        {found.map((line) => (
          <Box tag="li" key={line.id} paddingBottom={4}>
            <Typography tag="p" variant="omega" fontWeight="bold">
              {`${line.what}, par ${line.who}`}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {formatMoment(line.at, new Date())}
            </Typography>
            {line.unreadable !== null && <Notice tone="warning" title={line.unreadable} />}
            {line.differences.length > 0 && (
              <Box paddingTop={2}>
                <Fold title={words.changes(line.differences.map(({ label }) => label))}>
                  <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
                    {line.differences.map((difference) => (
                      <Difference key={difference.field} difference={difference} heads={heads} />
                    ))}
                  </Flex>
                </Fold>
              </Box>
            )}
            {line.revertible && (
              <Box paddingTop={2}>
                <Link tag={RouterLink} to={journal(documentId, line.id)}>
                  {words.putBack}
                </Link>
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <Link tag={RouterLink} to={journal(documentId)}>
        {words.allHistory}
      </Link>
    </Flex>
  );
};

/** The history of an association, answers and letters included. */
export const AssociationHistory = ({ documentId }: { documentId: string }) => (
  <History documentId={documentId} of="association" />
);

/** The history of any other record. */
export const RecordHistory = ({ documentId }: { documentId: string }) => (
  <History documentId={documentId} of="record" />
);
