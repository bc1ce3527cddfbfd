import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { LeftOut } from '../../../domain/contract/desk/lists-out.ts';
import { LongList } from '../../kit/long-list.tsx';
import { associationPath } from '../../kit/paths.ts';
import { words } from './take-out-words.ts';

/** The associations of a list that nothing is sent to, and why; nothing when there are none. */
export const LeftOutList = ({ leftOut }: { leftOut: readonly LeftOut[] }) =>
  leftOut.length === 0 ? null : (
    <div>
      <Typography tag="p" fontWeight="bold">
        {words.withoutAddress}
      </Typography>
      <LongList items={leftOut} keyOf={({ documentId }) => documentId}>
        {({ documentId, name, why }) => (
          <>
            <Link tag={RouterLink} to={associationPath(documentId)}>
              {name}
            </Link>
            <Typography variant="omega" textColor="neutral700">
              {` (${words.why[why]})`}
            </Typography>
          </>
        )}
      </LongList>
    </div>
  );
