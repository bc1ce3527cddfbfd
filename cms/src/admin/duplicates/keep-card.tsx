import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { PairView } from '../../domain/contract/desk/duplicates.ts';
import { sides, type Side as SideName } from '../../domain/duplicates/joined-content.ts';
import { Card } from '../kit/card.tsx';
import { recordPath } from '../kit/paths.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { Side, Sides, SidesOf } from '../kit/side-by-side.tsx';
import { named, words } from './duplicates-words.ts';

interface KeepCardProps {
  view: PairView;
  keep: SideName;
  onKeep: (keep: SideName) => void;
}

/** Which of the two stays: with its address, its state, and what names it. */
export const KeepCard = ({ view, keep, onKeep }: KeepCardProps) => {
  const name = useId();
  return (
    <Card title={words.keepTitle}>
      <Typography textColor="neutral800">{words.keepHint}</Typography>
      <SidesOf aria-label={words.keepTitle}>
        <Sides>
          {sides.map((side) => {
            const record = view[side];
            return (
              <Flex key={side} direction="column" alignItems="stretch" gap={2}>
                <Side $chosen={keep === side} style={{ flex: 1 }}>
                  <Typography tag="span" variant="omega" fontWeight="bold">
                    <input type="radio" name={name} checked={keep === side} onChange={() => onKeep(side)} />
                    {`${side === 'first' ? words.first : words.second}\u00a0: ${named(record)}`}
                  </Typography>
                  <Flex paddingTop={2} gap={2} wrap="wrap">
                    <RecordStateLabel state={record.state} />
                    <span>{record.path ?? words.offline}</span>
                  </Flex>
                  {record.state === 'modifiée' && (
                    <Box paddingTop={2}>
                      <p>{words.modified}</p>
                    </Box>
                  )}
                  {record.carried.length > 0 && (
                    <Box paddingTop={2}>
                      <p>{record.carried.join(', ')}</p>
                    </Box>
                  )}
                </Side>
                <Link
                  tag={RouterLink}
                  to={recordPath(view.uid, record.documentId)}
                  aria-label={`${words.open}\u00a0: ${named(record)}`}
                >
                  {words.open}
                </Link>
              </Flex>
            );
          })}
        </Sides>
      </SidesOf>
    </Card>
  );
};
