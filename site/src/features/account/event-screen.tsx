import type { EntryChoices, EventProposal, OpenedEvent, Space } from '@trame/cms/domain/contract/associations/my-entry';
import { dayOf } from '@trame/cms/domain/dates';
import { EVENT_TEXTS } from '@trame/cms/domain/event/limits';
import {
  changedEventFields,
  checkEvent,
  emptyEvent,
  withEventFields,
  tidyDates,
} from '@trame/cms/domain/event/event-proposal';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import { CheckField, SelectField, TextArea, TextField } from '../service/fields.tsx';
import { PictureField } from '../service/picture-field.tsx';
import { ProblemScreen } from '../service/problem-screen.tsx';
import { Loading, Screen } from '../service/screen.tsx';
import { useOnOpen } from '../service/use-on-open.ts';
import { DatesField } from './dates-field.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { SessionClient } from './session.ts';
import { useKeptForm } from './use-kept-form.ts';
import { words } from './words.ts';

interface Props {
  readonly session: SessionClient;
  readonly association: Pick<Space['associations'][number], 'id' | 'commune'>;
  readonly communes: EntryChoices['communes'];
  /** Id of the own answer that is corrected; null for a new event. */
  readonly corrects: string | null;
  readonly onSent: () => void;
  readonly onBack: () => void;
}

const pathOf = (association: string, rest = '') =>
  `/api/espace/associations/${encodeURIComponent(association)}/evenement${rest}`;

/** A new event, or what an own answer about one says today. */
export function EventScreen(props: Props) {
  const { session, association, corrects } = props;
  const [opened, setOpened] = useState<OpenedEvent | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function open() {
    if (corrects === null) return;
    setProblem(null);
    const answer = await session.ask('OpenedEvent', pathOf(association.id, '/ouvrir'), { body: { answer: corrects } });
    if (answer.ok) setOpened(answer.value);
    else setProblem(answer);
  }
  useOnOpen(() => void open());

  if (corrects === null || opened) return <EventForm {...props} opened={opened} />;
  if (problem) return <ProblemScreen code={problem.code} message={problem.message} onRetry={() => void open()} />;
  return (
    <Screen title={words.event.correctTitle}>
      <Loading />
    </Screen>
  );
}

/** What is typed, and what it was typed from: the event may have moved on when it is taken up again. */
interface Typed {
  readonly event: EventProposal;
  readonly base: EventProposal;
}

const isTyped = ({ event, base }: Typed): boolean => Array.isArray(event?.dates) && Array.isArray(base?.dates);

function EventForm({
  session,
  association,
  communes,
  corrects,
  opened,
  onSent,
  onBack,
}: Props & { opened: OpenedEvent | null }) {
  const base =
    opened?.event ?? emptyEvent(communes.some(({ id }) => id === association.commune) ? association.commune : null);
  const kept = useKeptForm<Typed>(
    `evenement:${association.id}:${corrects ?? 'nouveau'}`,
    (before) => ({
      base,
      event: before ? withEventFields(base, before.event, changedEventFields(before.base, before.event)) : base,
    }),
    isTyped,
  );
  const { event } = kept.form;
  const change = (part: Partial<EventProposal>, picture?: string | null) =>
    kept.change({ base, event: { ...event, ...part } }, picture === undefined ? kept.picture : picture);

  function check() {
    const tidy = tidyDates(event);
    if (JSON.stringify(tidy.dates) !== JSON.stringify(event.dates)) change({ dates: tidy.dates });
    return checkEvent(tidy, dayOf(new Date()), opened?.event ?? null);
  }

  return (
    <ProposalForm
      title={corrects === null ? words.event.title : words.event.correctTitle}
      lead={
        corrects === null ? words.event.lead : opened?.accepted ? words.event.leadAccepted : words.event.leadWaiting
      }
      sendLabel={corrects === null ? words.event.send : words.event.sendCorrection}
      session={session}
      path={pathOf(association.id)}
      body={{ ...tidyDates(event), corrects }}
      kept={kept}
      check={check}
      onSent={onSent}
      onBack={onBack}
    >
      <TextField
        path="title"
        label={words.event.name}
        value={event.title}
        maxLength={EVENT_TEXTS.title}
        onValue={(title) => change({ title })}
      />
      <SelectField
        path="kind"
        label={words.event.kind}
        value={event.kind}
        options={eventKinds.terms}
        onValue={(kind) => change({ kind })}
      />
      <TextArea
        path="summary"
        label={words.event.summary}
        help={words.event.summaryHelp}
        value={event.summary}
        maxLength={EVENT_TEXTS.summary}
        onValue={(summary) => change({ summary })}
      />
      <DatesField dates={event.dates} onDates={(dates) => change({ dates })} />
      <TextField
        path="place"
        label={words.event.place}
        help={words.event.placeHelp}
        optional
        value={event.place}
        maxLength={EVENT_TEXTS.place}
        onValue={(place) => change({ place })}
      />
      <SelectField
        path="commune"
        label={words.event.commune}
        value={event.commune ?? ''}
        options={[
          { value: '', label: words.event.noCommune },
          ...communes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(commune) => change({ commune: commune === '' ? null : commune })}
      />
      <CheckField
        path="free"
        label={words.event.free}
        checked={event.free}
        onChecked={(free) => change({ free, price: '' })}
      />
      {!event.free && (
        <TextField
          path="price"
          label={words.event.price}
          optional
          value={event.price}
          maxLength={EVENT_TEXTS.price}
          onValue={(price) => change({ price })}
        />
      )}
      <TextField
        path="contact"
        label={words.event.contact}
        help={words.event.contactHelp}
        optional
        value={event.contact}
        maxLength={EVENT_TEXTS.contact}
        onValue={(contact) => change({ contact })}
      />
      <PictureField
        path="picture"
        legend={words.event.picture}
        help={words.event.pictureHelp}
        alt={{ label: words.event.pictureAlt, help: words.event.pictureAltHelp, maxLength: EVENT_TEXTS.alt }}
        words={words.event.poster}
        door={{
          presentUrl: opened?.event.picture.choice === 'keep' ? opened.pictureUrl : null,
          send(file) {
            const body = new FormData();
            body.set('file', file);
            return session.ask('ReceivedLogo', `/api/espace/associations/${encodeURIComponent(association.id)}/logo`, {
              body,
            });
          },
        }}
        value={event.picture}
        preview={kept.picture ?? (opened?.event.picture.choice === 'new' ? opened.pictureUrl : null)}
        onValue={(picture, preview) => change({ picture }, preview)}
      />
    </ProposalForm>
  );
}
