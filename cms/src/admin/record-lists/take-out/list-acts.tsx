import { Button, Flex, Typography } from '@strapi/design-system';
import { Download, FilePdf, Mail, PaperPlane, Pencil } from '@strapi/icons';
import { useState } from 'react';
import type { RecordLists } from '../../../domain/contract/desk/finding.ts';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { AddressesDialog } from './addresses-dialog.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { LabelsDialog } from './labels-dialog.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { MailingDialog } from './mailing-dialog.tsx';
import { SheetsDialog } from './sheets-dialog.tsx';
import { TableDialog } from './table-dialog.tsx';
import { takenWords, words } from './take-out-words.ts';

interface ListActsProps {
  taken: TakenRecords;
  total: number;
  choices: Pick<RecordLists, 'communes' | 'themes'>;
  mayChange: boolean;
  onUntick: () => void;
  onTickPage: () => void;
  /** Records have changed. */
  onChanged: () => void;
}

type Open = 'table' | 'labels' | 'sheets' | 'addresses' | 'letter' | 'mailing' | 'bulk';

/** What can be done with a list, or with what of it is ticked. */
export const ListActs = ({ taken, total, choices, mayChange, onUntick, onTickPage, onChanged }: ListActsProps) => {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Flex
      role="group"
      aria-label={words.region}
      gap={3}
      wrap="wrap"
      alignItems="center"
      padding={3}
      hasRadius
      background="neutral100"
    >
      <Typography fontWeight="bold" textColor="neutral800" role="status">
        {takenWords(taken.ticked?.length ?? 0, total)}
      </Typography>
      {taken.ticked === null ? (
        <Button variant="ghost" size="S" onClick={onTickPage}>
          {words.tickPage}
        </Button>
      ) : (
        <Button variant="ghost" size="S" onClick={onUntick}>
          {words.untick}
        </Button>
      )}
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" startIcon={<Download />} onClick={() => setOpen('table')}>
          {words.table}
        </Button>
        <Button variant="secondary" startIcon={<FilePdf />} onClick={() => setOpen('labels')}>
          {words.labels}
        </Button>
        <Button variant="secondary" startIcon={<FilePdf />} onClick={() => setOpen('sheets')}>
          {words.sheets}
        </Button>
        <Button variant="secondary" startIcon={<Mail />} onClick={() => setOpen('addresses')}>
          {words.addresses}
        </Button>
        {mayChange && (
          <Button variant="secondary" startIcon={<PaperPlane />} onClick={() => setOpen('letter')}>
            {words.letter}
          </Button>
        )}
        {mayChange && (
          <Button variant="secondary" startIcon={<FilePdf />} onClick={() => setOpen('mailing')}>
            {words.mailing}
          </Button>
        )}
        {mayChange && (
          <Button variant="secondary" startIcon={<Pencil />} onClick={() => setOpen('bulk')}>
            {words.bulk}
          </Button>
        )}
      </Flex>
      {open === 'table' && <TableDialog taken={taken} onClose={close} />}
      {open === 'labels' && <LabelsDialog taken={taken} onClose={close} />}
      {open === 'sheets' && <SheetsDialog taken={taken} onClose={close} />}
      {open === 'addresses' && <AddressesDialog taken={taken} onClose={close} />}
      {open === 'letter' && <LetterDialog taken={taken} onClose={close} />}
      {open === 'mailing' && <MailingDialog taken={taken} onClose={close} />}
      {open === 'bulk' && <BulkDialog taken={taken} choices={choices} onClose={close} onDone={onChanged} />}
    </Flex>
  );
};
