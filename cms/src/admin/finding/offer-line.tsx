import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { RecordStateLabel } from '../kit/record-state.tsx';
import type { Offer } from './finding-words.ts';

const Line = styled(Box)<{ $active: boolean }>`
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $active }) => ($active ? theme.colors.primary100 : 'transparent')};
  box-shadow: ${({ theme, $active }) => ($active ? `inset 3px 0 0 ${theme.colors.primary600}` : 'none')};
  @media (forced-colors: active) {
    outline: ${({ $active }) => ($active ? '2px solid Highlight' : 'none')};
  }
`;

interface OfferLineProps {
  offer: Offer;
  id: string;
  active: boolean;
  onPoint: () => void;
  onChoose: (event: React.MouseEvent) => void;
}

/** One option of the list: what it is, what tells it apart, why it is there, where it stands. */
export const OfferLine = ({ offer, id, active, onPoint, onChoose }: OfferLineProps) => (
  <Line
    tag="li"
    id={id}
    role="option"
    aria-selected={active}
    $active={active}
    paddingTop={2}
    paddingBottom={2}
    paddingLeft={4}
    paddingRight={3}
    onMouseMove={onPoint}
    onClick={onChoose}
  >
    <Flex gap={3} justifyContent="space-between" alignItems="center">
      <Box minWidth={0}>
        <Typography tag="p" variant="omega" fontWeight="semiBold" textColor="neutral800" ellipsis>
          {offer.title}
          {offer.detail !== '' && (
            <Typography tag="span" variant="omega" textColor="neutral600">
              {` · ${offer.detail}`}
            </Typography>
          )}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
          {[offer.kind, offer.because].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <RecordStateLabel state={offer.record?.state ?? null} />
    </Flex>
  </Line>
);
