import { Checkbox, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { AddressesNotice } from './addresses-notice.tsx';
import { FileDialog } from './file-dialog.tsx';
import { draftOf, keepDraft, readDraft, type WrittenPart } from './letter-draft.ts';
import { LetterFields } from './letter-fields.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { makeMailing } from './take-out-api.ts';
import { mailingWords, words } from './take-out-words.ts';
import { useAddressesLook } from './use-addresses-look.ts';
import { useMadeFile } from './use-made-file.ts';

/** A letter on paper to the associations of a list, for window envelopes: the text is the one begun by mail, if there is one. */
export const MailingDialog = ({ taken, onClose }: { taken: TakenRecords; onClose: () => void }) => {
  const client = useFetchClient();
  const [draft, setDraft] = useState(() => readDraft(window.sessionStorage));
  const [townHalls, setTownHalls] = useState(true);
  const [reason, setReason] = useState(noReason);
  const [isAsked, setAsked] = useState(false);
  const { make, underWay, problem, faults, setProblem } = useMadeFile(onClose);
  const look = useAddressesLook(taken, setProblem);
  const write = (written: WrittenPart) => {
    const { subject, body } = { ...draft, ...written };
    const next = draftOf({ subject, body });
    setDraft(next);
    setProblem(null);
    keepDraft(next, window.sessionStorage);
  };
  const print = () => {
    setAsked(true);
    const { reason: chosen, words: own } = reason;
    if (chosen === null || Object.keys(reasonFaults(reason)).length > 0) return;
    const { subject, body } = draft;
    void make(() => makeMailing(client, { taken, subject, body, townHalls, reason: chosen, words: own.trim() }));
  };
  return (
    <FileDialog
      title={words.mailingTitle}
      label={words.makeMailing}
      problem={problem}
      underWay={underWay}
      disabled={look === null || look.count === 0}
      onMake={print}
      onClose={onClose}
    >
      <Typography tag="p">{words.mailingMeaning}</Typography>
      <LetterFields draft={draft} onWrite={write} faults={faults} hint={words.paperHint} />
      <Checkbox
        checked={townHalls}
        onCheckedChange={(state: boolean | 'indeterminate') => setTownHalls(state === true)}
      >
        {words.townHalls}
      </Checkbox>
      <ReasonFields chosen={reason} onChange={setReason} faults={isAsked ? reasonFaults(reason) : {}} />
      {look !== null && <AddressesNotice look={look} title={mailingWords(look, townHalls)} townHalls={townHalls} />}
    </FileDialog>
  );
};
