import type { EntryChoices } from '../../../domain/contract/associations/my-entry.ts';
import { activityFactsInWords } from '../../../domain/entry/entry-in-words.ts';
import type { FormActivity } from '../../../domain/entry/entry-form.ts';
import { fieldAt, limitOf } from '../../../domain/entry/fields.ts';
import { ageUnits } from '../../../domain/vocabulary/age-units.ts';
import { words } from './editor-words.ts';
import { choiceOf, fieldOf } from './field-of.ts';
import { ChoiceField, Column, Columns, FieldGroup, LongTextField, TextField, WholeNumberField } from './fields.tsx';
import { Rows } from './rows.tsx';
import { SlotsField } from './slots-field.tsx';

/** A commune is said by its name. */
const namesOf = (communes: EntryChoices['communes']) => ({
  communeOfCode: (code: string) => communes.find(({ inseeCode }) => inseeCode === code)?.name,
});

const EMPTY: FormActivity = {
  label: '',
  description: '',
  ageMin: null,
  ageMinUnit: 'ans',
  ageMax: null,
  ageMaxUnit: 'ans',
  slots: [],
  price: '',
  place: '',
  communeCode: '',
  season: '',
};
const say = words.activity;

interface ActivitiesProps {
  activities: readonly FormActivity[];
  communes: EntryChoices['communes'];
  onActivities: (activities: FormActivity[]) => void;
}

export const Activities = ({ activities, communes, onActivities }: ActivitiesProps) => (
  <Rows
    path="activities"
    rows={activities}
    most={limitOf('activities')}
    titleOf={({ label }, rank) => label || say.numbered(rank + 1)}
    summaryOf={(activity) => activityFactsInWords(activity, namesOf(communes))}
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
      {...fieldOf(`${path}.${key}`)}
      value={activity[key]}
      onValue={(value) => change({ [key]: value })}
    />
  );
  return (
    <Column>
      {line('label')}
      <FieldGroup legend={fieldAt(`${path}.slots`).label}>
        <SlotsField path={`${path}.slots`} slots={activity.slots} onSlots={(slots) => change({ slots })} />
      </FieldGroup>
      <Columns>
        {(['ageMin', 'ageMax'] as const).flatMap((key) => [
          <WholeNumberField
            key={key}
            {...choiceOf(`${path}.${key}`)}
            value={activity[key]}
            onValue={(value) => change({ [key]: value })}
          />,
          <ChoiceField
            key={`${key}Unit`}
            {...choiceOf(`${path}.${key}Unit`)}
            value={activity[`${key}Unit`]}
            options={ageUnits.terms}
            onValue={(value) => change({ [`${key}Unit`]: value })}
          />,
        ])}
        {line('price')}
        {line('season')}
        {line('place')}
        <ChoiceField
          {...choiceOf(`${path}.communeCode`)}
          value={activity.communeCode}
          options={[
            { value: '', label: say.anyCommune },
            ...communes.map(({ inseeCode, name }) => ({ value: inseeCode, label: name })),
          ]}
          onValue={(communeCode) => change({ communeCode })}
        />
      </Columns>
      <LongTextField
        {...fieldOf(`${path}.description`)}
        value={activity.description}
        onValue={(description) => change({ description })}
      />
    </Column>
  );
};
