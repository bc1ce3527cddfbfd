import { Checkbox, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { labelSheetNames, labelSheets, labelsOnSheet, type LabelSheetName } from '../../../domain/label-sheets.ts';
import { AddressesNotice } from './addresses-notice.tsx';
import { FileDialog } from './file-dialog.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { makeLabels } from './take-out-api.ts';
import { labelsWords, words } from './take-out-words.ts';
import { useAddressesLook } from './use-addresses-look.ts';
import { useMadeFile } from './use-made-file.ts';

/** Labels on a sheet that shops sell; what is to be known of addresses is said before they are printed. */
export const LabelsDialog = ({ taken, onClose }: { taken: TakenRecords; onClose: () => void }) => {
  const client = useFetchClient();
  const [sheet, setSheet] = useState<LabelSheetName>('L7160');
  const [first, setFirst] = useState('1');
  const [townHalls, setTownHalls] = useState(true);
  const [reason, setReason] = useState(noReason);
  const [isAsked, setAsked] = useState(false);
  const { make, underWay, problem, setProblem } = useMadeFile(onClose);
  const look = useAddressesLook(taken, setProblem);
  const most = labelsOnSheet(sheet);
  const rank = Number(first.trim());
  const isRank = /^\d{1,2}$/.test(first.trim()) && rank >= 1 && rank <= most;
  const print = () => {
    setAsked(true);
    const { reason: chosen, words: own } = reason;
    if (!isRank || chosen === null || Object.keys(reasonFaults(reason)).length > 0) return;
    void make(() => makeLabels(client, { taken, sheet, first: rank, townHalls, reason: chosen, words: own.trim() }));
  };
  return (
    <FileDialog
      title={words.labelsTitle}
      label={words.makeLabels}
      problem={problem}
      underWay={underWay}
      disabled={look === null || look.count === 0}
      onMake={print}
      onClose={onClose}
    >
      <Field.Root name="planche" hint={words.printWhole}>
        <Field.Label>{words.sheet}</Field.Label>
        <SingleSelect value={sheet} onChange={(value) => setSheet(value as LabelSheetName)}>
          {labelSheetNames.map((name) => (
            <SingleSelectOption key={name} value={name}>
              {`Avery ${name}\u00a0: ${labelSheets[name].label}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <Field.Root
        name="premiere"
        required
        hint={words.firstHint(most)}
        error={isAsked && !isRank ? words.firstFault(most) : undefined}
      >
        <Field.Label>{words.first}</Field.Label>
        <TextInput
          inputMode="numeric"
          maxLength={3}
          value={first}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setFirst(event.target.value)}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <Checkbox
        checked={townHalls}
        onCheckedChange={(state: boolean | 'indeterminate') => setTownHalls(state === true)}
      >
        {words.townHalls}
      </Checkbox>
      <ReasonFields chosen={reason} onChange={setReason} faults={isAsked ? reasonFaults(reason) : {}} />
      {look !== null && <AddressesNotice look={look} title={labelsWords(look, townHalls)} townHalls={townHalls} />}
    </FileDialog>
  );
};
