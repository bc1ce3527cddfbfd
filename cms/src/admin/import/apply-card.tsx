import { Box, Button, Checkbox, Field, Flex, Radio, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DecideQuestion, ImportView } from '../../domain/contract/desk/import.ts';
import { dayOf } from '../../domain/dates.ts';
import { consentChannels } from '../../domain/vocabulary/consent-channels.ts';
import { consentSources, type ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import { Card } from '../kit/card.tsx';
import { Notice } from '../kit/notice.tsx';
import { useAct } from '../kit/use-act.ts';
import { draftOf, readDraft, savedWords, unsavedWords, type ConsentDraft } from './consent-draft.ts';
import { applyImport } from './import-api.ts';
import { GiveUp } from './give-up.tsx';
import { applyWords, lineTexts, words, wordsOf } from './import-words.ts';
import { PlainSelect } from './plain-select.tsx';

interface ApplyProps {
  view: ImportView;
  say: (asked: DecideQuestion) => Promise<boolean>;
  underWay: boolean;
  refresh: () => Promise<void>;
}

/** How the file is taken over, and the act itself. */
export const ApplyCard = ({ view, say, underWay, refresh }: ApplyProps) => {
  const client = useFetchClient();
  const { act, underWay: applying } = useAct();
  const [publish, setPublish] = useState(true);
  const { counts, plan, policy, consent } = view;
  // What is saved, here or in another window, is what the form goes on from.
  const saved = JSON.stringify(consent);
  const [edited, setEdited] = useState<{ readonly from: string; readonly draft: ConsentDraft } | null>(null);
  const draft = edited?.from === saved ? edited.draft : draftOf(consent);
  const setDraft = (changed: ConsentDraft) => setEdited({ from: saved, draft: changed });
  if (counts === null || plan === null) return null;
  const isRegister = view.source === 'rna';
  // What a source says of people is never agreed to here, and what an editor changed by hand stays.
  const isAgenda = view.source === 'events';
  const said = applyWords(counts, publish, view.source);
  const unsaved = isRegister || isAgenda ? null : unsavedWords(draft, consent, dayOf(new Date()));
  const apply = async () => {
    await act(() => applyImport(client, view.id, { plan, publish }));
    await refresh();
  };
  return (
    <Card title={lineTexts(view.source).apply}>
      {counts.changed > 0 && !isAgenda && (
        <Choice
          label={words.policy}
          hint={words.policyHint}
          value={policy}
          onValue={(value) => void say({ policy: value === 'complete' ? 'complete' : 'replace' })}
        >
          <Radio.Item value="replace">{words.replace}</Radio.Item>
          <Radio.Item value="complete">{words.complete}</Radio.Item>
        </Choice>
      )}
      {!isRegister && !isAgenda && (
        <Consent draft={draft} onDraft={setDraft} view={view} say={say} underWay={underWay} />
      )}
      <Choice
        label={isRegister ? words.publishRegister : words.publish}
        value={publish ? 'publish' : 'drafts'}
        onValue={(value) => setPublish(value === 'publish')}
      >
        <Radio.Item value="publish">{isRegister ? words.publishChanges : words.publishNow}</Radio.Item>
        <Radio.Item value="drafts">{isRegister ? words.keepChanges : words.keepDrafts}</Radio.Item>
      </Choice>
      {said.notes.map((note) => (
        <Typography key={note} textColor="neutral800">
          {note}
        </Typography>
      ))}
      {unsaved !== null && <Notice tone="warning" title={unsaved} live />}
      <Flex gap={2} wrap="wrap">
        <Button
          size="L"
          disabled={said.ready === 0 || underWay || unsaved !== null}
          loading={applying}
          onClick={() => void apply()}
        >
          {said.act}
        </Button>
        <GiveUp id={view.id} meaning={wordsOf(view).giveUpMeaning} />
      </Flex>
    </Card>
  );
};

interface ChoiceProps {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
  children: React.ReactNode;
}

const Choice = ({ label, hint, value, onValue, children }: ChoiceProps) => (
  <Box>
    <Typography tag="h3" variant="delta" id={label}>
      {label}
    </Typography>
    {hint !== undefined && (
      <Typography variant="pi" textColor="neutral600">
        {hint}
      </Typography>
    )}
    <Box paddingTop={2}>
      <Radio.Group aria-label={label} value={value} onValueChange={onValue}>
        {children}
      </Radio.Group>
    </Box>
  </Box>
);

interface ConsentProps extends Omit<ApplyProps, 'refresh'> {
  draft: ConsentDraft;
  onDraft: (draft: ConsentDraft) => void;
}

/** What an editor vouches for, for all the people of the file. Nothing is agreed to before it is whole and saved. */
const Consent = ({ draft, onDraft, view, say, underWay }: ConsentProps) => {
  const { consent } = view;
  const { isOpen, channels, source, date } = draft;
  const [fault, setFault] = useState<string>();
  const change = (part: Partial<ConsentDraft>) => {
    setFault(undefined);
    onDraft({ ...draft, ...part });
  };
  const save = () => {
    const read = readDraft(draft, dayOf(new Date()));
    if (!read.ok) setFault(read.message);
    else void say({ consent: read.value && { ...read.value, channels: [...read.value.channels] } });
  };
  return (
    <Box>
      <Checkbox
        checked={isOpen}
        disabled={underWay}
        onCheckedChange={(state: boolean | 'indeterminate') => {
          change({ isOpen: state === true });
          if (state !== true && consent !== null) void say({ consent: null });
        }}
      >
        {words.consent}
      </Checkbox>
      <Typography variant="pi" textColor="neutral600">
        {words.consentMeaning}
      </Typography>
      {isOpen && (
        <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingLeft={6}>
          <Typography textColor="neutral800">{words.consentChannels}</Typography>
          {consentChannels.terms.map(({ value, label }) => (
            <Checkbox
              key={value}
              checked={channels.includes(value)}
              onCheckedChange={(state: boolean | 'indeterminate') =>
                change({ channels: state === true ? [...channels, value] : channels.filter((one) => one !== value) })
              }
            >
              {label}
            </Checkbox>
          ))}
          <Flex gap={4} wrap="wrap" alignItems="flex-end">
            <Box minWidth="22rem">
              <Typography variant="pi" fontWeight="bold" textColor="neutral800">
                {words.consentSource}
              </Typography>
              <PlainSelect
                label={words.consentSource}
                value={source}
                onValue={(value) => change({ source: value as ConsentSource })}
              >
                {consentSources.terms.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </PlainSelect>
            </Box>
            <Field.Root name="consentDate" error={fault}>
              <Field.Label>{words.consentDate}</Field.Label>
              <TextInput
                value={date}
                placeholder="12/09/2026"
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ date: event.target.value })}
              />
              <Field.Error />
            </Field.Root>
            <Button variant="secondary" disabled={underWay} onClick={save}>
              {words.consentSave}
            </Button>
          </Flex>
          <Typography role="status" textColor="success700">
            {consent !== null && unsavedWords(draft, consent, dayOf(new Date())) === null ? savedWords(consent) : ''}
          </Typography>
        </Flex>
      )}
    </Box>
  );
};
