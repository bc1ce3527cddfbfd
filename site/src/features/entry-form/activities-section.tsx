import type { FormActivity } from '@trame/cms/domain/entry/entry-form';
import { activityInWords } from '@trame/cms/domain/entry/entry-in-words';
import { entryLimits as limits } from '@trame/cms/domain/entry/limits';
import { useContext, useEffect, useState } from 'preact/hooks';
import { controlId, Faults, Group, NumberField, SelectField, TextArea, TextField } from './fields.tsx';
import { inserted, removed, replaced } from './lists.ts';
import { RemovalNotice, undoId, useRemoval } from './removal.tsx';
import type { SectionProps } from './section-props.ts';
import { SlotsField } from './slots-field.tsx';
import { useFocusAfter } from './use-focus.ts';
import { words } from './words.ts';

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
    const first = activities.findIndex((_, index) => faulty(index));
    if (first >= 0) setOpen(first);
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

  const full = activities.length >= limits.activities;
  return (
    <Group path="activities" legend={words.activities.help}>
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
      <TextField
        path={`${path}.label`}
        label={words.activities.label}
        help={words.activities.labelHelp}
        value={activity.label}
        maxLength={limits.line}
        onValue={(label) => change({ label })}
      />
      <SlotsField path={`${path}.slots`} slots={activity.slots} onSlots={(slots) => change({ slots })} />
      <Group path={`${path}.ages`} legend={words.activities.ages} help={words.activities.agesHelp}>
        <div class="field-row">
          <NumberField
            path={`${path}.ageMin`}
            label={words.activities.ageMin}
            value={activity.ageMin}
            max={120}
            onValue={(ageMin) => change({ ageMin })}
          />
          <NumberField
            path={`${path}.ageMax`}
            label={words.activities.ageMax}
            value={activity.ageMax}
            max={120}
            onValue={(ageMax) => change({ ageMax })}
          />
        </div>
      </Group>
      <TextField
        path={`${path}.price`}
        label={words.activities.price}
        help={words.activities.priceHelp}
        optional
        value={activity.price}
        maxLength={limits.line}
        onValue={(price) => change({ price })}
      />
      <TextField
        path={`${path}.place`}
        label={words.activities.place}
        help={words.activities.placeHelp}
        optional
        value={activity.place}
        maxLength={limits.line}
        onValue={(place) => change({ place })}
      />
      <SelectField
        path={`${path}.communeCode`}
        label={words.activities.commune}
        value={activity.communeCode}
        options={[
          { value: '', label: words.activities.anyCommune },
          ...communes.map(({ inseeCode, name }) => ({ value: inseeCode, label: name })),
        ]}
        onValue={(communeCode) => change({ communeCode })}
      />
      <TextField
        path={`${path}.season`}
        label={words.activities.season}
        help={words.activities.seasonHelp}
        optional
        value={activity.season}
        maxLength={limits.line}
        onValue={(season) => change({ season })}
      />
      <TextArea
        path={`${path}.description`}
        label={words.activities.description}
        optional
        value={activity.description}
        maxLength={limits.note}
        rows={3}
        onValue={(description) => change({ description })}
      />
    </div>
  );
}
