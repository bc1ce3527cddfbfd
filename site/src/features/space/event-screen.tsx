import type { EntryChoices, EventProposal } from '@trame/cms/domain/contract/my-entry';
import { dayOf } from '@trame/cms/domain/dates';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { useState } from 'preact/hooks';
import { CheckField, SelectField, TextArea, TextField } from '../entry-form/fields.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { SessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly session: SessionClient;
  readonly association: string;
  readonly communes: EntryChoices['communes'];
  readonly onSent: () => void;
  readonly onBack: () => void;
}

const EMPTY: EventProposal = {
  title: '',
  kind: 'rencontre',
  summary: '',
  day: '',
  begin: '',
  end: '',
  place: '',
  commune: null,
  price: '',
  free: false,
  contact: '',
};

export function EventScreen({ session, association, communes, onSent, onBack }: Props) {
  const [event, setEvent] = useState(EMPTY);
  const change = (part: Partial<EventProposal>) => setEvent({ ...event, ...part });

  function check(): EntryFault[] {
    const faults: EntryFault[] = [];
    const fault = (path: string, message: string) => void faults.push({ path, message });
    if (event.title.trim().length < 3) fault('title', words.event.needTitle);
    if (event.summary.trim().length < 10) fault('summary', words.event.needSummary);
    if (event.day === '') fault('day', words.event.needDay);
    else if (event.day < dayOf(new Date())) fault('day', words.event.pastDay);
    if (event.begin !== '' && event.end !== '' && event.end <= event.begin) fault('end', words.event.badEnd);
    return faults;
  }

  return (
    <ProposalForm
      title={words.event.title}
      lead={words.event.lead}
      sendLabel={words.event.send}
      session={session}
      path={`/api/espace/associations/${encodeURIComponent(association)}/evenement`}
      body={event}
      begun={event.title !== ''}
      check={check}
      onSent={onSent}
      onBack={onBack}
    >
      <TextField
        path="title"
        label={words.event.name}
        value={event.title}
        maxLength={200}
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
        maxLength={600}
        onValue={(summary) => change({ summary })}
      />
      <TextField
        path="day"
        type="date"
        label={words.event.day}
        value={event.day}
        maxLength={10}
        size="short"
        onValue={(day) => change({ day })}
      />
      <div class="field-row">
        <TextField
          path="begin"
          type="time"
          label={words.event.begin}
          optional
          value={event.begin}
          maxLength={5}
          onValue={(begin) => change({ begin })}
        />
        <TextField
          path="end"
          type="time"
          label={words.event.end}
          optional
          value={event.end}
          maxLength={5}
          onValue={(end) => change({ end })}
        />
      </div>
      <TextField
        path="place"
        label={words.event.place}
        help={words.event.placeHelp}
        optional
        value={event.place}
        maxLength={200}
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
          maxLength={200}
          onValue={(price) => change({ price })}
        />
      )}
      <TextField
        path="contact"
        label={words.event.contact}
        help={words.event.contactHelp}
        optional
        value={event.contact}
        maxLength={254}
        onValue={(contact) => change({ contact })}
      />
    </ProposalForm>
  );
}
