import { Box, Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Notice } from '../desk/notice.tsx';
import { problemOf } from '../desk/problem.ts';
import { ASSOCIATION_UID } from '../desk/desk-api.ts';
import { CAMPAIGN_UID, previewLetter, type LetterPreview } from './board-api.ts';
import { previewSteps } from './board-words.ts';

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

interface Choice {
  documentId: string;
  name: string;
}

/** How many reminders the campaign has, and associations to try the letters on. */
function useChoices(campaign: string) {
  const { get } = useFetchClient();
  const [choices, setChoices] = useState<{ reminders: number; associations: Choice[] }>({
    reminders: 0,
    associations: [],
  });
  useEffect(() => {
    let alive = true;
    const read = async () => {
      const [settings, associations] = await Promise.all([
        get<{ data: { reminders?: unknown[] } }>(`/content-manager/collection-types/${CAMPAIGN_UID}/${campaign}`),
        get<{ results: Choice[] }>(
          `/content-manager/collection-types/${ASSOCIATION_UID}?page=1&pageSize=100&sort=name:ASC&status=published`,
        ),
      ]);
      return { reminders: settings.data.data.reminders?.length ?? 0, associations: associations.data.results };
    };
    // Without them the invitation is shown to the first association that is asked.
    read().then(
      (known) => alive && setChoices(known),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [get, campaign]);
  return choices;
}

const FIRST = 'première';

const Letters = ({ campaign }: { campaign: string }) => {
  const client = useFetchClient();
  const { reminders, associations } = useChoices(campaign);
  const [step, setStep] = useState(0);
  const [association, setAssociation] = useState<string | null>(null);
  const [letter, setLetter] = useState<LetterPreview | { problem: string } | null>(null);

  useEffect(() => {
    let alive = true;
    previewLetter(client, campaign, { step, association }).then(
      (shown) => alive && setLetter(shown),
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
            <SingleSelectOption value={FIRST}>La première association interrogée</SingleSelectOption>
            {associations.map(({ documentId, name }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Flex>
      {letter !== null &&
        ('problem' in letter ? <Notice tone="warning" title={letter.problem} live /> : <Sheet letter={letter} />)}
    </Flex>
  );
};

/** The very letter, in a frame of its own: nothing of it runs or loads here. */
const Sheet = ({ letter: { subject, html, association, to } }: { letter: LetterPreview }) => (
  <Box>
    <Box tag="dl" paddingBottom={3}>
      {[
        { name: 'Association', value: association },
        { name: 'À', value: to ?? 'aucune adresse électronique' },
        { name: 'Objet', value: subject },
      ].map(({ name, value }) => (
        <Flex key={name} gap={2} alignItems="baseline">
          <Typography tag="dt" variant="pi" textColor="neutral600">{`${name}\u00a0:`}</Typography>
          <Typography tag="dd" variant="omega" fontWeight={name === 'Objet' ? 'bold' : 'regular'}>
            {value}
          </Typography>
        </Flex>
      ))}
    </Box>
    <Box borderColor="neutral200" hasRadius overflow="hidden">
      <iframe
        title={`Lettre à ${association}`}
        srcDoc={html}
        sandbox=""
        style={{ width: '100%', height: '48rem', border: 0, background: 'white' }}
      />
    </Box>
  </Box>
);
