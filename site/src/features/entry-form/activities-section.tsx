import { OLDEST_AGE } from '@trame/cms/domain/ages';
import type { FormActivity } from '@trame/cms/domain/entry/entry-form';
import { activityInWords } from '@trame/cms/domain/entry/entry-in-words';
import { limitOf } from '@trame/cms/domain/entry/fields';
import { ageUnits, type AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { useContext, useEffect, useState } from 'preact/hooks';
import { asked, typed } from './asked.ts';
import { controlId, Faults, Group, NumberField, SelectField, TextArea, TextField } from '../service/fields.tsx';
import { inserted, removed, replaced } from './lists.ts';
import { RemovalNotice, undoId, useRemoval } from './removal.tsx';
import type { SectionProps } from './section-props.ts';
import { SlotsField } from './slots-field.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

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
const LIST = 'activites';
const editId = (index: number) => `${LIST}-modifier-${index}`;

/** One line for each activity, one of them open at a time. */
export function ActivitiesSection({ entry, change, choices, names }: SectionProps) {
  const { activities } = entry;
  const faults = useContext(Faults);
  const [open, setOpen] = useState<number | null>(null);
  const [removal, setRemoval] = useRemoval();
  const [said, setSaid] = useState('');
  const focusAfter = useFocusAfter();
  const nameOf = (activity: FormActivity) => activity.label || words.activities.unnamed;
  const faulty = (index: number) => [...faults.keys()].some((path) => path.startsWith(`activities.${index}.`));

  // New faults open the first activity that has one: a link cannot lead into what is closed.
  useEffect(() => {
    const indexes = [...faults.keys()].flatMap((path) => /^activities\.(\d+)\./.exec(path)?.[1] ?? []);
    if (indexes.length > 0) setOpen(Math.min(...indexes.map(Number)));
  }, [faults]);

  function add(index: number, activity: FormActivity, words: string) {
    change({ activities: inserted(activities, index, activity) });
    setOpen(index);
    setRemoval(null);
    setSaid(words);
    focusAfter(controlId(`activities.${index}.label`));
  }

  function remove(index: number) {
    const activity = activities[index];
    if (!activity) return;
    const rest = removed(activities, index);
    change({ activities: rest });
    setOpen(null);
    setSaid('');
    setRemoval({
      said: words.activities.removed(nameOf(activity)),
      undo: () => {
        change({ activities: inserted(rest, index, activity) });
        focusAfter(editId(index));
      },
    });
    focusAfter(undoId(LIST));
  }

  const full = activities.length >= limitOf('activities');
  return (
    <Group path="activities" legend={asked('activities').help ?? ''}>
      {activities.length === 0 && <p class="soft">{words.activities.none}</p>}
      <ol class="rows">
        {activities.map((activity, index) => (
          <li key={index} class={faulty(index) ? 'row row--faulty' : 'row'}>
            <h3 class="row-title">{nameOf(activity)}</h3>
            {open === index ? (
              <ActivityFields
                index={index}
                activity={activity}
                communes={choices.communes}
                onActivity={(changed) => {
                  setRemoval(null);
                  change({ activities: replaced(activities, index, changed) });
                }}
              />
            ) : (
              <p class="row-text">{afterName(activityInWords(activity, names))}</p>
            )}
            <div class="actions">
              <button
                id={editId(index)}
                class="button button--quiet"
                type="button"
                aria-expanded={open === index}
                onClick={() => {
                  setOpen(open === index ? null : index);
                  if (open !== index) focusAfter(controlId(`activities.${index}.label`));
                }}
              >
                {open === index ? words.activities.done : words.activities.edit}
                <span class="visually-hidden"> : {nameOf(activity)}</span>
              </button>
              {!full && (
                <button
                  class="link-button"
                  type="button"
                  onClick={() => add(index + 1, structuredClone(activity), words.activities.copied(nameOf(activity)))}
                >
                  {words.activities.copy}
                  <span class="visually-hidden"> : {nameOf(activity)}</span>
                </button>
              )}
              <button class="link-button" type="button" onClick={() => remove(index)}>
                {words.activities.remove}
                <span class="visually-hidden"> : {nameOf(activity)}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      <RemovalNotice list={LIST} removal={removal} onDone={() => setRemoval(null)} />
      <p class="field-help" role="status">
        {full ? words.activities.full : said}
      </p>
      {!full && (
        <button class="button button--quiet" type="button" onClick={() => add(activities.length, EMPTY, '')}>
          {words.activities.add}
        </button>
      )}
    </Group>
  );
}

/** The facts of an activity without its name, which the title says. */
const afterName = (line: string): string => line.split(' : ').slice(1).join(' : ');

interface FieldsProps {
  readonly index: number;
  readonly activity: FormActivity;
  readonly communes: SectionProps['choices']['communes'];
  readonly onActivity: (activity: FormActivity) => void;
}

function ActivityFields({ index, activity, communes, onActivity }: FieldsProps) {
  const path = `activities.${index}`;
  const change = (part: Partial<FormActivity>) => onActivity({ ...activity, ...part });
  return (
    <div class="row-fields">
      <TextField {...typed(`${path}.label`)} value={activity.label} onValue={(label) => change({ label })} />
      <SlotsField path={`${path}.slots`} slots={activity.slots} onSlots={(slots) => change({ slots })} />
      <Group path={`${path}.ages`} legend={words.activities.ages} help={words.activities.agesHelp}>
        <div class="field-row">
          <NumberField
            {...asked(`${path}.ageMin`)}
            value={activity.ageMin}
            max={OLDEST_AGE}
            onValue={(ageMin) => change({ ageMin })}
          />
          <SelectField
            {...asked(`${path}.ageMinUnit`)}
            value={activity.ageMinUnit}
            options={ageUnits.terms}
            onValue={(unit) => change({ ageMinUnit: unit as AgeUnit })}
          />
          <NumberField
            {...asked(`${path}.ageMax`)}
            value={activity.ageMax}
            max={OLDEST_AGE}
            onValue={(ageMax) => change({ ageMax })}
          />
          <SelectField
            {...asked(`${path}.ageMaxUnit`)}
            value={activity.ageMaxUnit}
            options={ageUnits.terms}
            onValue={(unit) => change({ ageMaxUnit: unit as AgeUnit })}
          />
        </div>
      </Group>
      <TextField {...typed(`${path}.price`)} optional value={activity.price} onValue={(price) => change({ price })} />
      <TextField {...typed(`${path}.place`)} optional value={activity.place} onValue={(place) => change({ place })} />
      <SelectField
        {...asked(`${path}.communeCode`)}
        value={activity.communeCode}
        options={[
          { value: '', label: words.activities.anyCommune },
          ...communes.map(({ inseeCode, name }) => ({ value: inseeCode, label: name })),
        ]}
        onValue={(communeCode) => change({ communeCode })}
      />
      <TextField
        {...typed(`${path}.season`)}
        optional
        value={activity.season}
        onValue={(season) => change({ season })}
      />
      <TextArea
        {...typed(`${path}.description`)}
        optional
        value={activity.description}
        rows={3}
        onValue={(description) => change({ description })}
      />
    </div>
  );
}
