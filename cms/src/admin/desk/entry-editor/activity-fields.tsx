import type { EntryChoices } from '../../../domain/contract/my-entry.ts';
import type { FormActivity, FormSlot } from '../../../domain/entry/entry-form.ts';
import { entryLimits as limits } from '../../../domain/entry/limits.ts';
import { days, type Day } from '../../../domain/vocabulary/days.ts';
import { words } from './editor-words.ts';
import { ChoiceField, Column, Columns, FieldGroup, LongTextField, TextField, WholeNumberField } from './fields.tsx';
import { Rows } from './rows.tsx';

const EMPTY: FormActivity = {
  label: '',
  description: '',
  ageMin: null,
  ageMax: null,
  slots: [],
  price: '',
  place: '',
  communeCode: '',
  season: '',
};
const EMPTY_SLOT: FormSlot = { day: 'lundi', begin: '', end: '', note: '' };
const say = words.activity;

interface ActivitiesProps {
  activities: readonly FormActivity[];
  communes: EntryChoices['communes'];
  onActivities: (activities: FormActivity[]) => void;
}

export const Activities = ({ activities, communes, onActivities }: ActivitiesProps) => (
  <Rows
    rows={activities}
    most={limits.activities}
    titleOf={({ label }, rank) => label || say.numbered(rank + 1)}
    empty={() => EMPTY}
    addLabel={say.add}
    removeLabel={say.remove}
    onRows={onActivities}
  >
    {(activity, rank, onActivity) => (
      <ActivityFields path={`activities.${rank}`} activity={activity} communes={communes} onActivity={onActivity} />
    )}
  </Rows>
);

interface ActivityProps {
  path: string;
  activity: FormActivity;
  communes: EntryChoices['communes'];
  onActivity: (activity: FormActivity) => void;
}

const ActivityFields = ({ path, activity, communes, onActivity }: ActivityProps) => {
  const change = (part: Partial<FormActivity>) => onActivity({ ...activity, ...part });
  const line = (key: 'label' | 'price' | 'place' | 'season') => (
    <TextField
      key={key}
      path={`${path}.${key}`}
      label={say[key]}
      value={activity[key]}
      maxLength={limits.line}
      onValue={(value) => change({ [key]: value })}
    />
  );
  return (
    <Column>
      {line('label')}
      <FieldGroup legend={say.slots}>
        <Slots path={`${path}.slots`} slots={activity.slots} onSlots={(slots) => change({ slots })} />
      </FieldGroup>
      <Columns>
        {(['ageMin', 'ageMax'] as const).map((key) => (
          <WholeNumberField
            key={key}
            path={`${path}.${key}`}
            label={say[key]}
            value={activity[key]}
            onValue={(value) => change({ [key]: value })}
          />
        ))}
        {line('price')}
        {line('season')}
        {line('place')}
        <ChoiceField
          path={`${path}.communeCode`}
          label={say.commune}
          value={activity.communeCode}
          options={[
            { value: '', label: say.anyCommune },
            ...communes.map(({ inseeCode, name }) => ({ value: inseeCode, label: name })),
          ]}
          onValue={(communeCode) => change({ communeCode })}
        />
      </Columns>
      <LongTextField
        path={`${path}.description`}
        label={say.description}
        value={activity.description}
        maxLength={limits.note}
        onValue={(description) => change({ description })}
      />
    </Column>
  );
};

interface SlotsProps {
  path: string;
  slots: readonly FormSlot[];
  onSlots: (slots: FormSlot[]) => void;
}

const Slots = ({ path, slots, onSlots }: SlotsProps) => (
  <Rows
    rows={slots}
    most={limits.slots}
    titleOf={({ day }) => days.label(day)}
    empty={() => EMPTY_SLOT}
    addLabel={say.addSlot}
    removeLabel={say.removeSlot}
    heading="h4"
    onRows={onSlots}
  >
    {(slot, rank, onSlot) => (
      <Columns>
        <ChoiceField
          path={`${path}.${rank}.day`}
          label={say.day}
          value={slot.day}
          options={days.terms}
          onValue={(day) => onSlot({ ...slot, day: day as Day })}
        />
        <TextField
          path={`${path}.${rank}.note`}
          label={say.note}
          value={slot.note}
          maxLength={limits.line}
          onValue={(note) => onSlot({ ...slot, note })}
        />
        <TextField
          path={`${path}.${rank}.begin`}
          label={say.begin}
          value={slot.begin}
          maxLength={5}
          onValue={(begin) => onSlot({ ...slot, begin })}
        />
        <TextField
          path={`${path}.${rank}.end`}
          label={say.end}
          value={slot.end}
          maxLength={5}
          onValue={(end) => onSlot({ ...slot, end })}
        />
      </Columns>
    )}
  </Rows>
);
