import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { RecordList } from '../../domain/contract/desk/finding.ts';
import { listPaths } from '../kit/paths.ts';
import { listLabel } from './record-lists-words.ts';

interface ListMenuProps {
  title: string;
  lists: readonly RecordList[];
  chosen: string | null;
  /** Said when there are none. */
  none?: string;
}

/** Lists by their names and counts, each a link; the one that is open is marked. */
export const ListMenu = ({ title, lists, chosen, none }: ListMenuProps) => {
  const id = useId();
  return (
    <Box tag="nav" aria-labelledby={id}>
      <Typography id={id} tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {lists.length === 0 ? (
        <Typography tag="p" variant="omega" textColor="neutral700">
          {none}
        </Typography>
      ) : (
        <Flex tag="ul" gap={2} wrap="wrap" style={{ listStyle: 'none', padding: 0, marginTop: '0.8rem' }}>
          {lists.map((list) => (
            <Box
              tag="li"
              key={list.id}
              style={{ overflowWrap: 'anywhere' }}
              hasRadius
              borderColor={list.id === chosen ? 'primary600' : 'neutral200'}
              background={list.id === chosen ? 'primary100' : 'neutral0'}
              paddingTop={1}
              paddingBottom={1}
              paddingLeft={3}
              paddingRight={3}
            >
              <Link
                tag={RouterLink}
                to={listPaths.list(list.id)}
                {...(list.id === chosen ? { 'aria-current': 'page' as const } : {})}
              >
                {listLabel(list)}
              </Link>
            </Box>
          ))}
        </Flex>
      )}
    </Box>
  );
};
