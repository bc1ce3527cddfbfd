import { Box, Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Eye, PaperPlane } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Notice } from '../kit/notice.tsx';
import { SetLetter } from '../kit/set-letter.tsx';
import { problemOf } from '../kit/problem.ts';
import { z } from 'zod';
import type { LetterPreview } from '../../domain/contract/desk/campaign.ts';
import { readRecord } from '../kit/content-manager.ts';
import { useAct } from '../kit/use-act.ts';
import { previewLetter, sendSample } from './board-api.ts';
import { previewSteps, previewWords, sampling } from './board-words.ts';
import { CAMPAIGN_UID } from '../kit/paths.ts';

/** « Voir les lettres »: each letter as one real association would read it. */
export const LettersPreview = ({ campaign }: { campaign: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" startIcon={<Eye />}>
          Voir les lettres
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Les lettres de la campagne</Modal.Title>
        </Modal.Header>
        <Modal.Body>{open && <Letters campaign={campaign} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

const Settings = z.object({ reminders: z.array(z.unknown()).nullish() });

/** How many reminders the campaign has. */
function useReminders(campaign: string): number {
  const client = useFetchClient();
  const [reminders, setReminders] = useState(0);
  useEffect(() => {
    let alive = true;
    // Without them the invitation is shown.
    readRecord(client, CAMPAIGN_UID, campaign, Settings).then(
      (settings) => alive && setReminders(settings.reminders?.length ?? 0),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [client, campaign]);
  return reminders;
}

const FIRST = 'première';

const Letters = ({ campaign }: { campaign: string }) => {
  const client = useFetchClient();
  const reminders = useReminders(campaign);
  const [asked, setAsked] = useState<LetterPreview['asked']>([]);
  const [step, setStep] = useState(0);
  const [association, setAssociation] = useState<string | null>(null);
  const [letter, setLetter] = useState<LetterPreview | { problem: string } | null>(null);

  const { act, underWay } = useAct();
  const { toggleNotification } = useNotification();
  const sendToMyself = async () => {
    const sent = await act(() => sendSample(client, campaign, { step, association }));
    if (sent) toggleNotification({ type: 'success', message: sampling.done(sent.to), timeout: 8_000 });
  };

  useEffect(() => {
    let alive = true;
    previewLetter(client, campaign, { step, association }).then(
      (shown) => {
        if (!alive) return;
        setLetter(shown);
        setAsked(shown.asked);
      },
      (error: unknown) => alive && setLetter({ problem: problemOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [client, campaign, step, association]);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap">
        <Field.Root name="step" width="22rem">
          <Field.Label>Lettre</Field.Label>
          <SingleSelect value={String(step)} onChange={(value) => setStep(Number(value))}>
            {previewSteps(reminders).map(({ value, label }) => (
              <SingleSelectOption key={value} value={String(value)}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name="association" width="32rem">
          <Field.Label>Telle que la lirait</Field.Label>
          <SingleSelect
            value={association ?? FIRST}
            onChange={(value) => setAssociation(value === FIRST ? null : String(value))}
          >
            <SingleSelectOption value={FIRST}>{previewWords.first}</SingleSelectOption>
            {asked.map((one) => (
              <SingleSelectOption key={one.id} value={one.id}>
                {previewWords.choice(one)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
      {asked.length > 0 && <Typography tag="p">{previewWords.reached(asked)}</Typography>}
      {letter !== null &&
        ('problem' in letter ? (
          <Notice tone="warning" title={letter.problem} live />
        ) : (
          <>
            <Flex>
              <Button
                variant="secondary"
                startIcon={<PaperPlane />}
                loading={underWay}
                onClick={() => void sendToMyself()}
              >
                {sampling.act}
              </Button>
            </Flex>
            <Sheet letter={letter} />
          </>
        ))}
    </Flex>
  );
};

/** The very letter, and what is to be known when it goes on paper. */
const Sheet = ({ letter: { subject, html, association, to } }: { letter: LetterPreview }) => (
  <Box>
    {to === null && (
      <Box paddingBottom={3}>
        <Notice tone="warning" title={previewWords.onPaper.title(association)}>
          {previewWords.onPaper.text}
        </Notice>
      </Box>
    )}
    <SetLetter
      associations={[association]}
      to={to ?? previewWords.nobody}
      subject={subject}
      html={html}
      height="48rem"
    />
  </Box>
);
