import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AddressesAnswer, TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { Notice } from '../../kit/notice.tsx';
import { problemOf } from '../../kit/problem.ts';
import { useAct } from '../../kit/use-act.ts';
import { LeftOutList } from './left-out-list.tsx';
import { noReason, reasonFaults, ReasonFields } from './reason-fields.tsx';
import { readAddresses } from './take-out-api.ts';
import { addressesWords, words } from './take-out-words.ts';

/** Outlook takes semicolons alone; every other program takes commas. */
const SEPARATORS = { outlook: '; ', others: ', ' } as const;

/** The addresses of a list, to be copied into a letter of one’s own. Shown while it is there. */
export const AddressesDialog = ({ taken, onClose }: { taken: TakenRecords; onClose: () => void }) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState(noReason);
  const [isAsked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<AddressesAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const prepare = async () => {
    setAsked(true);
    const { reason: chosen, words: own } = reason;
    if (chosen === null || Object.keys(reasonFaults(reason)).length > 0) return;
    setProblem(null);
    const failed = (error: unknown) => {
      setProblem(problemOf(error));
      return true;
    };
    const read = await act(() => readAddresses(client, { taken, reason: chosen, words: own.trim() }), { failed });
    if (read) setAnswer(read);
  };
  const copy = (separator: string) =>
    navigator.clipboard.writeText((answer?.addresses ?? []).join(separator)).then(
      () => toggleNotification({ type: 'success', message: words.copied }),
      () => setProblem(words.notCopied),
    );
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{words.addressesTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {answer === null ? (
              <>
                <Typography tag="p">{words.addressesMeaning}</Typography>
                <ReasonFields chosen={reason} onChange={setReason} faults={isAsked ? reasonFaults(reason) : {}} />
              </>
            ) : (
              <Found answer={answer} />
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{answer === null ? words.cancel : words.close}</Button>
          </Modal.Close>
          <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
            <Typography role="alert" variant="pi" textColor="danger600">
              {problem ?? ''}
            </Typography>
            {answer === null ? (
              <Button loading={underWay} onClick={() => void prepare()}>
                {words.prepare}
              </Button>
            ) : (
              <>
                <Button variant="secondary" onClick={() => void copy(SEPARATORS.outlook)}>
                  {words.copyOutlook}
                </Button>
                <Button onClick={() => void copy(SEPARATORS.others)}>{words.copyOthers}</Button>
              </>
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const Found = ({ answer }: { answer: AddressesAnswer }) => (
  <>
    <Notice tone="neutral" title={addressesWords(answer)} live>
      {words.addressesCopy}
    </Notice>
    <Field.Root name="adresses">
      <Field.Label>{words.addressesField}</Field.Label>
      <Textarea readOnly value={answer.addresses.join(SEPARATORS.others)} />
    </Field.Root>
    <LeftOutList leftOut={answer.without} />
  </>
);
