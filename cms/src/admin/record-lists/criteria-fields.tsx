import {
  Checkbox,
  Combobox,
  ComboboxOption,
  Field,
  Grid,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useEffect, useState, type ReactNode } from 'react';
import {
  FOUND_TYPES,
  MOST_QUESTION,
  type RecordCriteria,
  type RecordLists,
} from '../../domain/contract/desk/finding.ts';
import { recordGaps } from '../../domain/vocabulary/record-gaps.ts';
import { recordStates } from '../../domain/vocabulary/record-states.ts';
import { typeName } from '../kit/record-types.ts';
import { listsWords as words, monthChoices } from './record-lists-words.ts';

interface CriteriaFieldsProps {
  criteria: RecordCriteria;
  onChange: (criteria: RecordCriteria) => void;
  choices: Pick<RecordLists, 'communes' | 'themes'>;
}

/** Between two keys of somebody who types. */
const PAUSE_MS = 300;

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** The criteria of a list: each says in place what it asks for. */
export const CriteriaFields = ({ criteria, onChange, choices }: CriteriaFieldsProps) => {
  const set = (part: Partial<RecordCriteria>) => onChange({ ...criteria, ...part });
  return (
    <Grid.Root gap={4} tag="fieldset" style={{ border: 'none', padding: 0, margin: 0 }} aria-label={words.chosen}>
      <Cell>
        <Question question={criteria.question} onChange={(question) => set({ question })} />
      </Cell>
      <Cell>
        <Several
          label={words.types}
          none={words.any}
          chosen={criteria.types}
          options={FOUND_TYPES.map((uid) => ({ value: uid, label: typeName(uid)?.many ?? uid }))}
          onChange={(types) => set({ types })}
        />
      </Cell>
      <Cell>
        <Several
          label={words.states}
          none={words.any}
          chosen={criteria.states}
          options={recordStates.terms}
          onChange={(states) => set({ states })}
        />
      </Cell>
      <Cell>
        <Several
          label={words.gaps}
          none={words.anyGap}
          chosen={criteria.gaps}
          options={recordGaps.terms}
          onChange={(gaps) => set({ gaps })}
        />
      </Cell>
      <Cell>
        <OneOf
          label={words.commune}
          chosen={criteria.commune}
          options={choices.communes}
          onChange={(commune) => set({ commune })}
        />
      </Cell>
      <Cell>
        <OneOf
          label={words.theme}
          chosen={criteria.theme}
          options={choices.themes}
          onChange={(theme) => set({ theme })}
        />
      </Cell>
      <Cell>
        <Field.Root name="mois">
          <Field.Label>{words.unverified}</Field.Label>
          <SingleSelect
            placeholder={words.anyGap}
            value={criteria.unverifiedMonths === null ? null : String(criteria.unverifiedMonths)}
            onChange={(value) => set({ unverifiedMonths: Number(value) || null })}
            onClear={() => set({ unverifiedMonths: null })}
            clearLabel={words.clear}
          >
            {monthChoices(criteria.unverifiedMonths).map(({ value, label }) => (
              <SingleSelectOption key={value} value={value}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Cell>
      <Grid.Item col={8} s={12} xs={12} alignItems="flex-end">
        <Checkbox checked={criteria.printedOnly} onCheckedChange={(checked) => set({ printedOnly: checked === true })}>
          {words.printed}
        </Checkbox>
      </Grid.Item>
    </Grid.Root>
  );
};

/** What is typed is asked for once somebody pauses. */
const Question = ({ question, onChange }: { question: string; onChange: (question: string) => void }) => {
  const [typed, setTyped] = useState(question);
  const [known, setKnown] = useState(question);
  // Somebody went back, or showed everything.
  if (known !== question) {
    setKnown(question);
    setTyped(question);
  }
  useEffect(() => {
    if (typed === question) return;
    const timer = window.setTimeout(() => onChange(typed), PAUSE_MS);
    return () => window.clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once for what was typed
  }, [typed]);
  return (
    <Field.Root name="recherche">
      <Field.Label>{words.question}</Field.Label>
      <TextInput
        value={typed}
        maxLength={MOST_QUESTION}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
      />
    </Field.Root>
  );
};

interface SeveralProps<Value extends string> {
  label: string;
  none: string;
  chosen: readonly Value[];
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (chosen: Value[]) => void;
}

const Several = <Value extends string>({ label, none, chosen, options, onChange }: SeveralProps<Value>) => (
  <Field.Root name={label}>
    <Field.Label>{label}</Field.Label>
    <MultiSelect
      placeholder={none}
      value={[...chosen]}
      onChange={(values: string[]) => onChange(options.flatMap(({ value }) => (values.includes(value) ? [value] : [])))}
      onClear={() => onChange([])}
      clearLabel={words.clear}
      customizeContent={(values) =>
        options
          .filter(({ value }) => values?.includes(value))
          .map((option) => option.label)
          .join(', ')
      }
    >
      {options.map((option) => (
        <MultiSelectOption key={option.value} value={option.value}>
          {option.label}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  </Field.Root>
);

interface OneOfProps {
  label: string;
  chosen: string | null;
  options: readonly { readonly id: string; readonly name: string }[];
  onChange: (chosen: string | null) => void;
}

const OneOf = ({ label, chosen, options, onChange }: OneOfProps) => (
  <Field.Root name={label}>
    <Field.Label>{label}</Field.Label>
    <Combobox
      placeholder={words.any}
      value={chosen ?? ''}
      onChange={(value) => onChange(value === undefined || value === '' ? null : String(value))}
      onClear={() => onChange(null)}
      clearLabel={words.clear}
    >
      {options.map(({ id, name }) => (
        <ComboboxOption key={id} value={id}>
          {name}
        </ComboboxOption>
      ))}
    </Combobox>
  </Field.Root>
);
