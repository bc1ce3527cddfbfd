import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState, type FormEvent } from 'react';
import type { SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { isReason, REASON_LENGTH, refusalWordsOf } from './desk-words.ts';

interface RefusalProps {
  kind: SubmissionKind;
  sender: string | null;
  disabled: boolean;
  /** Resolves to whether it was refused. */
  onRefuse: (reason: string) => Promise<boolean>;
}

/** « Refuser »: with a reason that the association reads, picked and adapted, or written. */
export const Refusal = ({ kind, sender, disabled, onRefuse }: RefusalProps) => {
  const { readyReasons, ...words } = refusalWordsOf(kind);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [underWay, setUnderWay] = useState(false);

  const refuse = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReason(reason)) {
      setFault(words.tooShort);
      return;
    }
    setUnderWay(true);
    const refused = await onRefuse(reason.trim());
    setUnderWay(false);
    if (refused) setOpen(false);
  };
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="danger-light" startIcon={<Cross />} disabled={disabled}>
          {words.button}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <form onSubmit={(event) => void refuse(event)}>
          <Modal.Header closeLabel="Fermer">
            <Modal.Title>{words.title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="p" variant="omega">
                {words.meaning(sender)}
              </Typography>
              {readyReasons.length > 0 && (
                <Field.Root name="ready">
                  <Field.Label>{words.ready}</Field.Label>
                  <SingleSelect
                    placeholder={words.choose}
                    value={readyReasons.find(({ text }) => text === reason)?.label ?? null}
                    onChange={(label) => setReason(readyReasons.find((ready) => ready.label === label)?.text ?? reason)}
                  >
                    {readyReasons.map(({ label }) => (
                      <SingleSelectOption key={label} value={label}>
                        {label}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              )}
              <Field.Root name="reason" required error={fault}>
                <Field.Label>{words.reason}</Field.Label>
                <Textarea
                  value={reason}
                  maxLength={REASON_LENGTH.most}
                  onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
                    setReason(event.target.value);
                    setFault(undefined);
                  }}
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">Annuler</Button>
            </Modal.Close>
            <Button type="submit" variant="danger" loading={underWay}>
              {sender === null ? words.actSilently : words.act}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
