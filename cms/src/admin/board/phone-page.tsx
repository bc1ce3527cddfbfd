import { Button, Field, Flex, Link, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { dayOf } from '../../domain/dates.ts';
import { checkEntry, withoutEmptyRows } from '../../domain/entry/check-entry.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { Card } from '../kit/card.tsx';
import { EntryEditor } from '../kit/entry-editor/entry-editor.tsx';
import { faultsIn, type Fault } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { useAsked } from '../kit/use-asked.ts';
import type { DictatedAnswer, PhoneForm } from '../../domain/contract/desk/campaign.ts';
import { answerByPhone, openForPhone } from './board-api.ts';
import { phoneWords as words } from './board-words.ts';
import { boardPaths } from '../kit/paths.ts';

interface PhonePageProps {
  campaign: string;
  request: string;
}

/** « Saisie par téléphone »: the association's own form, filled in by the editor; the answer waits on the desk like any other. */
export const PhonePage = ({ campaign, request }: PhonePageProps) => {
  const client = useFetchClient();
  const { answer: opened } = useAsked(
    useCallback(() => openForPhone(client, campaign, request), [client, campaign, request]),
  );
  if (opened === null) return <Page.Loading>Chargement de la fiche</Page.Loading>;
  if ('problem' in opened) return <Page.Error content={opened.problem} />;
  return <PhoneFormPage campaign={campaign} request={request} form={opened} />;
};

const PhoneFormPage = ({ campaign, request, form }: PhonePageProps & { form: PhoneForm }) => {
  const client = useFetchClient();
  const navigate = useNavigate();
  const { act, underWay } = useAct();
  const [entry, setEntry] = useState<EntryForm>(form.entry);
  const [channel, setChannel] = useState<DictatedAnswer['channel']>('téléphone');
  const [faults, setFaults] = useState<readonly Fault[]>([]);

  const send = async (said: EntryForm | null) => {
    if (said !== null) {
      const checked = checkEntry(said, dayOf(new Date()));
      setFaults(checked.ok ? [] : checked.faults);
      if (!checked.ok) {
        setEntry(withoutEmptyRows(said));
        return;
      }
    }
    const sent = await act(
      () => answerByPhone(client, campaign, request, { version: form.version, entry: said, channel }),
      {
        done: words.done(form.name),
        failed: (error) => {
          const found = faultsIn(error);
          setFaults(found);
          return found.length > 0;
        },
      },
    );
    if (sent) navigate(boardPaths.board(campaign));
  };

  return (
    <Page.Main>
      <Page.Title>{form.name}</Page.Title>
      <Layouts.Header
        title={form.name}
        subtitle={words.subtitle}
        navigationAction={
          <Link tag={RouterLink} to={boardPaths.board(campaign)} startIcon={<ArrowLeft />}>
            Campagne
          </Link>
        }
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <Button variant="secondary" startIcon={<Check />} disabled={underWay} onClick={() => void send(null)}>
              {words.unchanged}
            </Button>
            <Button loading={underWay} onClick={() => void send(entry)}>
              {words.save}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Card title={words.channel}>
            <Field.Root name="channel" width="32rem">
              <Field.Label>Voie</Field.Label>
              <SingleSelect
                value={channel}
                onChange={(value) => setChannel(value === 'courrier' ? 'courrier' : 'téléphone')}
              >
                {words.channels.map(({ value, label }) => (
                  <SingleSelectOption key={value} value={value}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Card>
          <EntryEditor entry={entry} choices={form.choices} faults={faults} onEntry={setEntry} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
