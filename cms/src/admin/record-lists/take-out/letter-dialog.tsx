import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { ListLetterLook, ListLetterPreview, SentListLetter } from '../../../domain/contract/desk/list-letter.ts';
import type { TakenRecords } from '../../../domain/contract/desk/lists-out.ts';
import { Notice } from '../../kit/notice.tsx';
import { faultsIn, problemOf, type Fault } from '../../kit/problem.ts';
import { useAct } from '../../kit/use-act.ts';
import { SetLetter } from '../../kit/set-letter.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { draftOf, keepDraft, readDraft, type WrittenPart } from './letter-draft.ts';
import { LetterFields } from './letter-fields.tsx';
import { lookAtListLetter, previewListLetter, sendListLetter, sendListSample } from './take-out-api.ts';
import { letterLookWords, sampleSentWords, sendWords, sentWords, words } from './take-out-words.ts';

type Step = 'write' | 'check';

/** A letter to the associations of a list: written, tried out, read again with who gets it, and queued once. */
export const LetterDialog = ({ taken, onClose }: { taken: TakenRecords; onClose: () => void }) => {
  const { post } = useFetchClient();
  const { act, underWay } = useAct();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState(() => readDraft(window.sessionStorage));
  const [step, setStep] = useState<Step>('write');
  const [look, setLook] = useState<ListLetterLook | null>(null);
  /** As its first reader will get it. */
  const [preview, setPreview] = useState<ListLetterPreview | null>(null);
  const [sent, setSent] = useState<SentListLetter | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  /** How often who gets it was read. */
  const [reading, setReading] = useState(0);
  const key = JSON.stringify(taken);
  useEffect(() => {
    let alive = true;
    lookAtListLetter({ post }, taken).then(
      (answer) => alive && setLook(answer),
      (error: unknown) => alive && setProblem(problemOf(error)),
    );
    return () => {
      alive = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what is taken
  }, [post, key, reading]);

  const write = (written: WrittenPart) => {
    const { subject, body } = { ...draft, ...written };
    const next = draftOf({ subject, body });
    setDraft(next);
    setFaults([]);
    setProblem(null);
    keepDraft(next, window.sessionStorage);
  };
  const question = { taken, subject: draft.subject, body: draft.body };
  const failed = (error: unknown) => {
    const found = faultsIn(error);
    setFaults(found);
    setProblem(found.length > 0 ? null : problemOf(error));
    if (found.length > 0) setStep('write');
    // The list may have changed: who gets it is read anew.
    setReading((before) => before + 1);
    return true;
  };
  const tryOut = async () => {
    setProblem(null);
    const tried = await act(() => sendListSample({ post }, question), { failed });
    if (tried) toggleNotification({ type: 'success', message: sampleSentWords(tried.to) });
  };
  const read = async () => {
    setProblem(null);
    const shown = await act(() => previewListLetter({ post }, question), { failed });
    if (!shown) return;
    setPreview(shown);
    setStep('check');
  };
  const send = async () => {
    if (look === null) return;
    setProblem(null);
    const done = await act(() => sendListLetter({ post }, { ...question, id: draft.id, expected: look.letters }), {
      failed,
    });
    if (done === null) return;
    keepDraft(null, window.sessionStorage);
    setSent(done);
  };
  const isWritten = draft.subject.trim() !== '' && draft.body.trim() !== '';

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{words.letterTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {sent !== null ? (
              <Notice tone="success" title={words.sent} live>
                {sentWords(sent)}
              </Notice>
            ) : (
              <>
                {step === 'write' ? (
                  <>
                    <Typography tag="p">{words.letterMeaning}</Typography>
                    <LetterFields draft={draft} onWrite={write} faults={faults} hint={words.bodyHint} />
                  </>
                ) : (
                  <>
                    <Typography tag="p">{words.checkMeaning}</Typography>
                    {preview !== null && <SetLetter {...preview} />}
                  </>
                )}
                {look !== null && (
                  <Notice tone={look.leftOut.length > 0 ? 'warning' : 'neutral'} title={letterLookWords(look)} live>
                    {(step === 'check' || look.letters === 0) && <LeftOutList leftOut={look.leftOut} />}
                  </Notice>
                )}
              </>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {step === 'check' && sent === null ? (
            <Button variant="tertiary" disabled={underWay} onClick={() => setStep('write')}>
              {words.back}
            </Button>
          ) : (
            <Modal.Close>
              <Button variant="tertiary">{sent === null ? words.cancel : words.close}</Button>
            </Modal.Close>
          )}
          {sent === null && (
            <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
              <Typography role="alert" variant="pi" textColor="danger600">
                {problem ?? ''}
              </Typography>
              {step === 'write' ? (
                <>
                  <Button
                    variant="secondary"
                    loading={underWay}
                    disabled={!isWritten || look === null || look.letters === 0}
                    onClick={() => void tryOut()}
                  >
                    {words.sample}
                  </Button>
                  <Button
                    loading={underWay}
                    disabled={!isWritten || look === null || look.letters === 0}
                    onClick={() => void read()}
                  >
                    {words.next}
                  </Button>
                </>
              ) : (
                <Button loading={underWay} disabled={look === null || look.letters === 0} onClick={() => void send()}>
                  {sendWords(look?.letters ?? 0)}
                </Button>
              )}
            </Flex>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
