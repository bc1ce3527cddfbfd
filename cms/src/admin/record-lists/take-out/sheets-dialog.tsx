import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import type { ListDestination } from '../../../domain/vocabulary/list-destinations.ts';
import { DestinationField } from './destination-field.tsx';
import { FileDialog } from './file-dialog.tsx';
import { LookNotice } from './look-notice.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { makeSheets } from './take-out-api.ts';
import { words } from './take-out-words.ts';
import { useListLook } from './use-list-look.ts';
import { useMadeFile } from './use-made-file.ts';

/** A page for each association, for one reader. */
export const SheetsDialog = ({ taken, onClose }: { taken: TakenRecords; onClose: () => void }) => {
  const client = useFetchClient();
  const [destination, setDestination] = useState<ListDestination>('office');
  const [reason, setReason] = useState(noReason);
  const [isAsked, setAsked] = useState(false);
  const { make, underWay, problem, setProblem } = useMadeFile(onClose);
  const look = useListLook({ taken, destination }, setProblem);
  const print = () => {
    setAsked(true);
    const { reason: chosen, words: own } = reason;
    if (chosen === null || Object.keys(reasonFaults(reason)).length > 0) return;
    void make(() => makeSheets(client, { taken, destination, reason: chosen, words: own.trim() }));
  };
  return (
    <FileDialog
      title={words.sheetsTitle}
      label={words.makeSheets}
      problem={problem}
      underWay={underWay}
      disabled={look === null || look.count === 0}
      onMake={print}
      onClose={onClose}
    >
      <DestinationField chosen={destination} onChange={setDestination} />
      <LookNotice look={look} />
      <ReasonFields chosen={reason} onChange={setReason} faults={isAsked ? reasonFaults(reason) : {}} />
    </FileDialog>
  );
};
