import { Box, Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import {
  PAGE_LENGTH,
  type FoundRecord,
  type RecordCriteria,
  type RecordPage,
} from '../../domain/contract/desk/finding.ts';
import { recordPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { problemOf } from '../kit/problem.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { typeName } from '../kit/record-types.ts';
import { ScheduleInList } from '../kit/schedule/schedule-in-list.tsx';
import { readList } from './record-lists-api.ts';
import { listsWords as words, pageInWords } from './record-lists-words.ts';
import { words as takeOut } from './take-out/take-out-words.ts';

interface ListRecordsProps {
  criteria: RecordCriteria;
  page: number;
  onPage: (page: number) => void;
  /** Said when there is none: an empty list of what is to be done is good news. */
  empty: string;
  /** Another number reads the list anew. */
  rank: number;
  isTicked: (record: FoundRecord) => boolean;
  onTick: (record: FoundRecord, ticked: boolean) => void;
  /** What can be done with the list, told what of it is on the screen. */
  children: (page: RecordPage) => ReactNode;
}

type Read = { readonly key: string } & ({ readonly answer: RecordPage } | { readonly problem: string });

/** The records of a list, fifty at a time. The last ones stay on the screen while others are read. */
export const ListRecords = ({ criteria, page, onPage, empty, rank, isTicked, onTick, children }: ListRecordsProps) => {
  const { post } = useFetchClient();
  const [read, setRead] = useState<Read | null>(null);
  const key = JSON.stringify([criteria, page, rank]);
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
      {records.length > 0 && children(read.answer)}
      {records.length > 0 && (
        <PlainTable
          caption={words.caption}
          heads={[takeOut.tickHead, ...words.heads]}
          rows={records.map((record) => ({
            key: `${record.uid} ${record.documentId}`,
            cells: [
              <Checkbox
                key="tick"
                aria-label={takeOut.tick(record.title)}
                checked={isTicked(record)}
                onCheckedChange={(state: boolean | 'indeterminate') => onTick(record, state === true)}
              />,
              <Box key="record" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: '24rem' }}>
                <Link tag={RouterLink} to={recordPath(record.uid, record.documentId)}>
                  {record.title}
                </Link>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[record.detail, record.because].filter(Boolean).join(' · ')}
                </Typography>
              </Box>,
              typeName(record.uid)?.one ?? '',
              <Box key="state" style={{ whiteSpace: 'normal', minWidth: '12rem' }}>
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
