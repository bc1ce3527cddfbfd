/** The sections of an entry, field by field: the same in the telephone's form and on the page of an association. */
import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { EntryChoices } from '../../../domain/contract/associations/my-entry.ts';
import { accessibilityKinds } from '../../../domain/entry/entry-in-words.ts';
import { fieldAt, limitOf, type entrySections } from '../../../domain/entry/fields.ts';
import type { SharedEntry } from '../../../domain/entry/office-form.ts';
import { printedLength } from '../../../domain/print-length.ts';
import { Activities } from './activity-fields.tsx';
import { Networks } from './contact-fields.tsx';
import { words } from './editor-words.ts';
import { choiceOf, fieldOf } from './field-of.ts';
import {
  ChoiceField,
  ChoicesField,
  Column,
  Columns,
  FieldGroup,
  LongTextField,
  TextField,
  Tick,
  WholeNumberField,
} from './fields.tsx';

export type EntrySection = (typeof entrySections)[number]['id'];

/** A theme stands under its chapter, and is told by it from another of the same name. */
const themeOptions = ({ themes }: EntryChoices) => {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  return themes.map(({ id, name, parent }) => ({
    value: id,
    label: name,
    above: parent === null ? '' : (names.get(parent) ?? ''),
  }));
};
const optionsOf = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

export interface SectionFieldsProps {
  id: EntrySection;
  entry: SharedEntry;
  choices: EntryChoices;
  change: (part: Partial<SharedEntry>) => void;
  /** The logo and the contacts: each form has its own way with them. */
  logo: ReactNode;
  contacts: ReactNode;
}

/** The fields of one section of the catalogue. */
export const SectionFields = ({ id, entry, choices, change, logo, contacts }: SectionFieldsProps) => {
  const line = (key: 'name' | 'acronym' | 'website'): ReactNode => (
    <TextField key={key} {...fieldOf(key)} value={entry[key]} onValue={(value) => change({ [key]: value })} />
  );
  const text = (key: 'description' | 'howToJoin' | 'volunteersNote'): ReactNode => (
    <LongTextField key={key} {...fieldOf(key)} value={entry[key]} onValue={(value) => change({ [key]: value })} />
  );
  switch (id) {
    case 'identity':
      return (
        <Column>
          {line('name')}
          <Columns>
            {line('acronym')}
            <WholeNumberField
              {...choiceOf('foundedYear')}
              value={entry.foundedYear}
              onValue={(foundedYear) => change({ foundedYear })}
            />
          </Columns>
          {logo}
        </Column>
      );
    case 'presentation':
      return (
        <Column>
          <LongTextField
            {...fieldOf('summary')}
            hint={words.summaryCount(printedLength(entry.summary))}
            value={entry.summary}
            onValue={(summary) => change({ summary })}
          />
          {text('description')}
          {text('howToJoin')}
        </Column>
      );
    case 'themes':
      return (
        <Columns>
          <ChoicesField
            {...choiceOf('themes')}
            hint={words.onePerTheme}
            value={entry.themes}
            most={limitOf('themes')}
            options={themeOptions(choices)}
            onValue={(themes) => change({ themes })}
          />
          <ChoicesField
            {...choiceOf('audiences')}
            value={entry.audiences}
            most={limitOf('audiences')}
            options={optionsOf(choices.audiences)}
            onValue={(audiences) => change({ audiences })}
          />
        </Columns>
      );
    case 'activities':
      return (
        <Activities
          activities={entry.activities}
          communes={choices.communes}
          onActivities={(activities) => change({ activities })}
        />
      );
    case 'places':
      return <Places entry={entry} choices={choices} change={change} />;
    case 'contacts':
      return (
        <Column>
          {contacts}
          {line('website')}
          <FieldGroup legend={fieldAt('networks').label}>
            <Networks list={entry.networks} onList={(networks) => change({ networks })} />
          </FieldGroup>
        </Column>
      );
    case 'volunteers':
      return (
        <Column>
          <Tick
            label={fieldAt('seeksVolunteers').label}
            checked={entry.seeksVolunteers}
            onValue={(seeksVolunteers) => change({ seeksVolunteers })}
          />
          {text('volunteersNote')}
        </Column>
      );
  }
};

interface PlacesProps {
  entry: SharedEntry;
  choices: EntryChoices;
  change: (part: Partial<SharedEntry>) => void;
}

const OF_ADDRESS = ['street', 'complement', 'postalCode', 'city'] as const;

const Places = ({ entry: { commune, communesOfActivity, address, accessibility }, choices, change }: PlacesProps) => (
  <Column>
    <Columns>
      <ChoiceField
        {...choiceOf('commune')}
        value={commune ?? ''}
        options={[{ value: '', label: words.noCommune }, ...optionsOf(choices.communes)]}
        onValue={(id) => change({ commune: id || null })}
      />
      <ChoicesField
        {...choiceOf('communesOfActivity')}
        value={communesOfActivity}
        most={limitOf('communesOfActivity')}
        options={optionsOf(choices.communes)}
        onValue={(ids) => change({ communesOfActivity: ids })}
      />
    </Columns>
    <FieldGroup legend={fieldAt('address').label}>
      <Column>
        <Columns>
          {OF_ADDRESS.map((key) => (
            <TextField
              key={key}
              {...fieldOf(`address.${key}`)}
              value={address[key]}
              onValue={(value) => change({ address: { ...address, [key]: value } })}
            />
          ))}
        </Columns>
        <Tick
          label={fieldAt('address.public').label}
          checked={address.public}
          onValue={(shown) => change({ address: { ...address, public: shown } })}
        />
      </Column>
    </FieldGroup>
    <FieldGroup legend={fieldAt('accessibility').label}>
      <Column>
        <Flex gap={4} wrap="wrap">
          {accessibilityKinds.map(({ kind, label }) => (
            <Tick
              key={kind}
              label={label}
              checked={accessibility[kind]}
              onValue={(checked) => change({ accessibility: { ...accessibility, [kind]: checked } })}
            />
          ))}
        </Flex>
        <LongTextField
          {...fieldOf('accessibility.note')}
          value={accessibility.note}
          onValue={(note) => change({ accessibility: { ...accessibility, note } })}
        />
      </Column>
    </FieldGroup>
  </Column>
);
