/** The sections of an event's form. */
import { Flex } from '@strapi/design-system';
import { accessibilityKinds } from '../../domain/entry/entry-in-words.ts';
import { eventFields } from '../../domain/records/event-fields.ts';
import type { EventForm } from '../../domain/records/event-form.ts';
import { LINE, PAGE } from '../../domain/records/record-fields.ts';
import { eventKinds, type EventKind } from '../../domain/vocabulary/event-kinds.ts';
import { eventStates, type EventState } from '../../domain/vocabulary/event-states.ts';
import {
  ChoiceField,
  Column,
  Columns,
  FieldGroup,
  LongTextField,
  TextField,
  Tick,
} from '../kit/entry-editor/fields.tsx';
import { Rows } from '../kit/entry-editor/rows.tsx';
import { FilesField } from '../kit/fields/files-field.tsx';
import { ofRecord } from '../kit/fields/of-record.ts';
import { RelationField } from '../kit/fields/relation-field.tsx';
import { TimingsField } from '../kit/fields/timings-field.tsx';
import { EVENT_UID } from '../kit/paths.ts';
import type { Section, SectionProps } from '../kit/record-page/record-kind.ts';
import { eventWords as words } from './event-words.ts';

type Props = SectionProps<EventForm>;

/** More ways to register than anybody reads. */
const MOST_WAYS = 6;

const relation = (field: string) => ({ uid: EVENT_UID, field });

const What = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  return (
    <Column>
      <TextField {...of.text('title')} />
      <ChoiceField
        {...of.asked('kind')}
        value={props.value.kind}
        options={[{ value: '', label: words.choose }, ...eventKinds.terms]}
        onValue={(kind) => of.change({ kind: kind as EventKind | '' })}
      />
      <LongTextField {...of.text('summary')} />
      <LongTextField {...of.longText('description', PAGE)} />
    </Column>
  );
};

const When = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  const { timings, state } = props.value;
  return (
    <Column>
      <div data-path="timings">
        <TimingsField rows={timings} onRows={(rows) => of.change({ timings: rows })} />
      </div>
      {timings.length === 0 && <TextField {...of.text('period')} />}
      <ChoiceField
        {...of.asked('state')}
        value={state}
        options={eventStates.terms}
        onValue={(next) => of.change({ state: next as EventState })}
      />
    </Column>
  );
};

const Where = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  const { accessibility } = props.value;
  return (
    <Column>
      <Columns>
        <RelationField {...of.held('venue')} relation={relation('venue')} most={1} />
        <TextField {...of.text('place')} />
      </Columns>
      <TextField {...of.text('onlineUrl')} />
      <FieldGroup legend={words.accessibility}>
        <Column>
          <Flex gap={4} wrap="wrap">
            {accessibilityKinds.map(({ kind, label }) => (
              <Tick
                key={kind}
                label={label}
                checked={accessibility[kind]}
                onValue={(checked) => of.change({ accessibility: { ...accessibility, [kind]: checked } })}
              />
            ))}
          </Flex>
          <LongTextField
            path="accessibility.note"
            label={words.accessibilityNote}
            maxLength={PAGE}
            value={accessibility.note}
            onValue={(note) => of.change({ accessibility: { ...accessibility, note } })}
          />
        </Column>
      </FieldGroup>
    </Column>
  );
};

const Who = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  return (
    <Column>
      <Columns>
        <RelationField {...of.held('organisers')} relation={relation('organisers')} />
        <TextField {...of.text('organiserName')} />
      </Columns>
      <RelationField {...of.held('participants')} relation={relation('participants')} />
    </Column>
  );
};

const Coming = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  return (
    <Column>
      <Tick {...of.tick('free')} />
      {!props.value.free && <TextField {...of.text('price')} />}
      <FieldGroup legend={words.registration.legend}>
        <Rows
          path="registration"
          rows={props.value.registration}
          most={MOST_WAYS}
          titleOf={(_, rank) => words.registration.numbered(rank + 1)}
          empty={() => ''}
          addLabel={words.registration.add}
          removeLabel={words.registration.remove}
          onRows={(registration) => of.change({ registration })}
        >
          {(typed, rank, onTyped) => (
            <TextField
              path={`registration.${rank}.value`}
              label={words.registration.label}
              hint={words.registration.hint}
              maxLength={LINE}
              value={typed}
              onValue={onTyped}
            />
          )}
        </Rows>
      </FieldGroup>
    </Column>
  );
};

const Picture = (props: Props) => (
  <FilesField
    {...ofRecord<EventForm>(eventFields, props).files('image')}
    kind="picture"
    most={1}
    files={props.record.files}
  />
);

const Office = (props: Props) => {
  const of = ofRecord<EventForm>(eventFields, props);
  return (
    <Column>
      <RelationField {...of.held('themes')} relation={relation('themes')} grouped />
      <LongTextField {...of.longText('internalNote', PAGE)} />
      <TextField {...of.text('slug')} />
    </Column>
  );
};

export const eventSections: readonly Section<EventForm>[] = [
  { id: 'what', title: words.sections.what, attributes: ['title', 'kind', 'summary', 'description'], Fields: What },
  { id: 'when', title: words.sections.when, attributes: ['timings', 'period', 'state'], Fields: When },
  {
    id: 'where',
    title: words.sections.where,
    attributes: ['venue', 'place', 'onlineUrl', 'accessibility'],
    Fields: Where,
  },
  { id: 'who', title: words.sections.who, attributes: ['organisers', 'organiserName', 'participants'], Fields: Who },
  { id: 'coming', title: words.sections.coming, attributes: ['free', 'price', 'registration'], Fields: Coming },
  { id: 'image', title: words.sections.image, attributes: ['image'], Fields: Picture },
  { id: 'office', title: words.sections.office, attributes: ['themes', 'internalNote', 'slug'], Fields: Office },
];
