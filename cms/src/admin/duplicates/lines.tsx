import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { PairedRecord } from '../../domain/contract/desk/duplicates.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { named } from './duplicates-words.ts';

/** A list of things to decide: what it is, and its acts beside it; below it where there is no room. */
export const Lines = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box tag="ul" aria-label={label} style={{ listStyle: 'none', padding: 0 }}>
    {children}
  </Box>
);

export const Line = ({ children, acts }: { children: ReactNode; acts: ReactNode }) => (
  <Box tag="li" borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0" paddingTop={4} paddingBottom={4}>
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
      <Box flex="1 1 28rem" minWidth="0">
        {children}
      </Box>
      <Flex gap={2} wrap="wrap">
        {acts}
      </Flex>
    </Flex>
  </Box>
);

/** Two records, one below the other. */
export const Both = ({ first, second }: { first: PairedRecord; second: PairedRecord }) => (
  <Flex direction="column" alignItems="flex-start" gap={1} paddingBottom={2}>
    {[first, second].map((record) => (
      <Flex key={record.documentId} gap={2} wrap="wrap">
        <Typography fontWeight="bold" textColor="neutral800">
          {named(record)}
        </Typography>
        <RecordStateLabel state={record.state} />
      </Flex>
    ))}
  </Flex>
);
