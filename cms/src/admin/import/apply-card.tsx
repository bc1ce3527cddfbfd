import { Box, Button, Checkbox, Field, Flex, Radio, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DecideQuestion, ImportView } from '../../domain/contract/desk/import.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { parseDay } from '../../domain/day-in-words.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import { consentSources, type ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { importPaths } from '../kit/paths.ts';
import { useAct } from '../kit/use-act.ts';
import { applyImport, giveUp } from './import-api.ts';
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
  const navigate = useNavigate();
  const { act, underWay: applying } = useAct();
  const [publish, setPublish] = useState(true);
  const { counts, plan, policy } = view;
  if (counts === null || plan === null) return null;
  const isRegister = view.source === 'rna';
  // What a source says of people is never agreed to here, and what an editor changed by hand stays.
  const isAgenda = view.source === 'events';
  const said = applyWords(counts, publish, view.source);
  const apply = async () => {
    await act(() => applyImport(client, view.id, { plan, publish }));
    await refresh();
  };
  const leave = async () => {
    if (await act(() => giveUp(client, view.id))) void navigate(importPaths.list);
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
        <Consent key={JSON.stringify(view.consent)} view={view} say={say} underWay={underWay} />
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
      <Flex gap={2} wrap="wrap">
        <Button size="L" disabled={said.ready === 0 || underWay} loading={applying} onClick={() => void apply()}>
          {said.act}
        </Button>
        <ConfirmAct
          title={words.giveUpTitle}
          meaning={wordsOf(view).giveUpMeaning}
          label={words.giveUp}
          variant="danger-light"
          onConfirm={leave}
        >
          <Button size="L" variant="tertiary">
            {words.giveUp}
          </Button>
        </ConfirmAct>
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

/** What an editor vouches for, for all the people of the file. Nothing is agreed to before it is whole and saved. */
const Consent = ({ view, say, underWay }: Omit<ApplyProps, 'refresh'>) => {
  const today = dayOf(new Date());
  const { consent } = view;
  const [isOpen, setOpen] = useState(consent !== null);
  const [channels, setChannels] = useState<readonly ConsentChannel[]>(consent?.channels ?? []);
  const [source, setSource] = useState<ConsentSource>(consent?.source ?? 'bulletin papier');
  const [date, setDate] = useState(consent === null ? '' : formatDay(consent.date));
  const [fault, setFault] = useState<string>();
  const save = () => {
    const day = parseDay(date, today, 'behind');
    if (!day.ok || day.value > today || channels.length === 0) {
      setFault(words.consentIncomplete);
      return;
    }
    setFault(undefined);
    void say({ consent: { channels: [...channels], source, date: day.value } });
  };
  return (
    <Box>
      <Checkbox
        checked={isOpen}
        disabled={underWay}
        onCheckedChange={(state: boolean | 'indeterminate') => {
          setOpen(state === true);
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
                setChannels((before) => (state === true ? [...before, value] : before.filter((one) => one !== value)))
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
                onValue={(value) => setSource(value as ConsentSource)}
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
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setDate(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
            <Button variant="secondary" disabled={underWay} onClick={save}>
              {words.consentSave}
            </Button>
          </Flex>
        </Flex>
      )}
    </Box>
  );
};
