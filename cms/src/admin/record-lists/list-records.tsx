import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { PAGE_LENGTH, type RecordCriteria, type RecordPage } from '../../domain/contract/desk/finding.ts';
import { recordPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { problemOf } from '../kit/problem.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { typeName } from '../kit/record-types.ts';
import { ScheduleInList } from '../kit/schedule/schedule-in-list.tsx';
import { readList } from './record-lists-api.ts';
import { listsWords as words, pageInWords } from './record-lists-words.ts';

interface ListRecordsProps {
  criteria: RecordCriteria;
  page: number;
  onPage: (page: number) => void;
  /** Said when there is none: an empty list of what is to be done is good news. */
  empty: string;
}

type Read = { readonly key: string } & ({ readonly answer: RecordPage } | { readonly problem: string });

/** The records of a list, fifty at a time. The last ones stay on the screen while others are read. */
export const ListRecords = ({ criteria, page, onPage, empty }: ListRecordsProps) => {
  const { post } = useFetchClient();
  const [read, setRead] = useState<Read | null>(null);
  const key = JSON.stringify([criteria, page]);
  useEffect(() => {
    let alive = true;
    readList({ post }, criteria, page).then(
      (answer) => alive && setRead({ key, answer }),
      (error: unknown) => alive && setRead({ key, problem: problemOf(error) }),
    );
    return () => {
      alive = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the criteria and the page
  }, [post, key]);

  if (read === null) return <Typography role="status">Lecture de la liste</Typography>;
  if ('problem' in read) {
    return (
      <Typography tag="p" textColor="danger600" role="alert">
        {read.problem}
      </Typography>
    );
  }
  const { records, total } = read.answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={read.key !== key}>
      <Typography tag="p" variant="omega" fontWeight="bold" role="status">
        {total === 0 ? empty : pageInWords(page, total)}
      </Typography>
      {records.length > 0 && (
        <PlainTable
          caption={words.caption}
          heads={words.heads}
          rows={records.map((record) => ({
            key: `${record.uid} ${record.documentId}`,
            cells: [
              <Box key="record" maxWidth="44rem">
                <Link tag={RouterLink} to={recordPath(record.uid, record.documentId)}>
                  {record.title}
                </Link>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[record.detail, record.because].filter(Boolean).join(' · ')}
                </Typography>
              </Box>,
              typeName(record.uid)?.one ?? '',
              <Box key="state">
                <RecordStateLabel state={record.state} />
                <ScheduleInList uid={record.uid} documentId={record.documentId} />
              </Box>,
            ],
          }))}
        />
      )}
      {total > PAGE_LENGTH && (
        <Flex gap={3}>
          <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {words.previous}
          </Button>
          <Button variant="tertiary" disabled={page * PAGE_LENGTH >= total} onClick={() => onPage(page + 1)}>
            {words.next}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
