import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { LabelsLook } from '../../../domain/contract/desk/lists-out.ts';
import { LongList } from '../../kit/long-list.tsx';
import { Notice } from '../../kit/notice.tsx';
import { associationPath } from '../../kit/paths.ts';
import { labelFault, addressesToSee } from './take-out-words.ts';

interface AddressesNoticeProps {
  look: LabelsLook;
  /** How many there would be. */
  title: string;
  townHalls: boolean;
}

/** What is to be known of the postal addresses of a list before they are printed. */
export const AddressesNotice = ({ look, title, townHalls }: AddressesNoticeProps) => {
  const toSee = addressesToSee(look);
  return (
    <Notice tone={toSee === null ? 'neutral' : 'warning'} title={title} live>
      {toSee !== null && (
        <>
          <Typography tag="p">{toSee}</Typography>
          <LongList items={look.faults} keyOf={({ association, part }) => `${association} ${part}`}>
            {(fault) => (
              <Typography>
                <Link tag={RouterLink} to={associationPath(fault.association)}>
                  {fault.name}
                </Link>
                {`\u00a0: ${labelFault(fault, townHalls)}.`}
              </Typography>
            )}
          </LongList>
        </>
      )}
    </Notice>
  );
};
