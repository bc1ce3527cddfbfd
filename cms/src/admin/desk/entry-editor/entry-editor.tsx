import { Flex, Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { EntryChoices } from '../../../domain/contract/my-entry.ts';
import { entryFieldLabels, entrySections } from '../../../domain/entry/difference.ts';
import { accessibilityKinds } from '../../../domain/entry/entry-in-words.ts';
import type { EntryForm, FormLogo } from '../../../domain/entry/entry-form.ts';
import { entryLimits as limits } from '../../../domain/entry/limits.ts';
import { printedLength } from '../../../domain/print-length.ts';
import { Card } from '../card.tsx';
import { Notice } from '../notice.tsx';
import type { Fault } from '../problem.ts';
import { Activities } from './activity-fields.tsx';
import { Contacts, Networks } from './contact-fields.tsx';
import { words } from './editor-words.ts';
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
import { controlId, Faults } from './form-context.ts';

export interface EntryEditorProps {
  entry: EntryForm;
  choices: EntryChoices;
  /** What is to be mended, from the same check that the association's form does, and from the rules of content. */
  faults: readonly Fault[];
  /** A logo that came with the answer: it can be taken or left. */
  proposedLogo?: FormLogo | null;
  onEntry: (entry: EntryForm) => void;
}

type Section = (typeof entrySections)[number]['id'];

/** The form of an entry for an editor: every field that an association may write, and no other. */
export const EntryEditor = (props: EntryEditorProps) => (
  <Faults.Provider value={props.faults}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FaultList faults={props.faults} />
      {entrySections.map(({ id, title }) => (
        <Card key={id} title={title}>
          <SectionFields id={id} {...props} />
        </Card>
      ))}
    </Flex>
  </Faults.Provider>
);

const FaultList = ({ faults }: { faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <Notice tone="danger" title={words.faults(faults.length)} live>
      <ul>
        {faults.map(({ path, message }, rank) => (
          <li key={rank}>
            {path === '' ? (
              message
            ) : (
              <Link
                href={`#${controlId(path)}`}
                onClick={(event: React.MouseEvent) => {
                  event.preventDefault();
                  document.getElementById(controlId(path))?.focus();
                }}
              >
                {message}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );

/** A theme is told from another of the same name by its chapter. */
const themeOptions = ({ themes }: EntryChoices) => {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  return themes.map(({ id, name, parent }) => ({
    value: id,
    label: parent === null ? name : `${names.get(parent) ?? ''} › ${name}`,
  }));
};
const optionsOf = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

const SectionFields = ({ id, entry, choices, proposedLogo = null, onEntry }: EntryEditorProps & { id: Section }) => {
  const change = (part: Partial<EntryForm>) => onEntry({ ...entry, ...part });
  const line = (key: 'name' | 'acronym' | 'website', maxLength: number): ReactNode => (
    <TextField
      key={key}
      path={key}
      label={entryFieldLabels[key]}
      value={entry[key]}
      maxLength={maxLength}
      onValue={(value) => change({ [key]: value })}
    />
  );
  const text = (key: 'description' | 'howToJoin' | 'volunteersNote', maxLength: number): ReactNode => (
    <LongTextField
      key={key}
      path={key}
      label={entryFieldLabels[key]}
      value={entry[key]}
      maxLength={maxLength}
      onValue={(value) => change({ [key]: value })}
    />
  );
  switch (id) {
    case 'identity':
      return (
        <Column>
          {line('name', limits.name)}
          <Columns>
            {line('acronym', limits.acronym)}
            <WholeNumberField
              path="foundedYear"
              label={entryFieldLabels.foundedYear}
              value={entry.foundedYear}
              onValue={(foundedYear) => change({ foundedYear })}
            />
          </Columns>
          <Logo logo={entry.logo} proposed={proposedLogo} onLogo={(logo) => change({ logo })} />
        </Column>
      );
    case 'presentation':
      return (
        <Column>
          <LongTextField
            path="summary"
            label={entryFieldLabels.summary}
            hint={words.summaryCount(printedLength(entry.summary))}
            value={entry.summary}
            maxLength={limits.text}
            onValue={(summary) => change({ summary })}
          />
          {text('description', limits.text)}
          {text('howToJoin', limits.text)}
        </Column>
      );
    case 'themes':
      return (
        <Columns>
          <ChoicesField
            path="themes"
            label={entryFieldLabels.themes}
            hint={words.onePerTheme}
            placeholder={words.choose}
            value={entry.themes}
            options={themeOptions(choices)}
            onValue={(themes) => change({ themes: themes.slice(0, limits.themes) })}
          />
          <ChoicesField
            path="audiences"
            label={entryFieldLabels.audiences}
            placeholder={words.choose}
            value={entry.audiences}
            options={optionsOf(choices.audiences)}
            onValue={(audiences) => change({ audiences: audiences.slice(0, limits.audiences) })}
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
          <Contacts contacts={entry.contacts} onContacts={(contacts) => change({ contacts })} />
          {line('website', limits.webAddress)}
          <FieldGroup legend={entryFieldLabels.networks}>
            <Networks list={entry.networks} onList={(networks) => change({ networks })} />
          </FieldGroup>
        </Column>
      );
    case 'volunteers':
      return (
        <Column>
          <Tick
            label={words.volunteers}
            checked={entry.seeksVolunteers}
            onValue={(seeksVolunteers) => change({ seeksVolunteers })}
          />
          {text('volunteersNote', limits.note)}
        </Column>
      );
  }
};

interface PlacesProps {
  entry: EntryForm;
  choices: EntryChoices;
  change: (part: Partial<EntryForm>) => void;
}

const ADDRESS_LENGTHS = { street: limits.line, complement: limits.line, postalCode: 10, city: limits.line } as const;

const Places = ({ entry: { commune, communesOfActivity, address, accessibility }, choices, change }: PlacesProps) => (
  <Column>
    <Columns>
      <ChoiceField
        path="commune"
        label={entryFieldLabels.commune}
        value={commune ?? ''}
        options={[{ value: '', label: words.noCommune }, ...optionsOf(choices.communes)]}
        onValue={(id) => change({ commune: id || null })}
      />
      <ChoicesField
        path="communesOfActivity"
        label={entryFieldLabels.communesOfActivity}
        placeholder={words.choose}
        value={communesOfActivity}
        options={optionsOf(choices.communes)}
        onValue={(ids) => change({ communesOfActivity: ids })}
      />
    </Columns>
    <FieldGroup legend={entryFieldLabels.address}>
      <Column>
        <Columns>
          {(Object.keys(ADDRESS_LENGTHS) as (keyof typeof ADDRESS_LENGTHS)[]).map((key) => (
            <TextField
              key={key}
              path={`address.${key}`}
              label={words.address[key]}
              value={address[key]}
              maxLength={ADDRESS_LENGTHS[key]}
              onValue={(value) => change({ address: { ...address, [key]: value } })}
            />
          ))}
        </Columns>
        <Tick
          label={words.address.public}
          checked={address.public}
          onValue={(shown) => change({ address: { ...address, public: shown } })}
        />
      </Column>
    </FieldGroup>
    <FieldGroup legend={words.accessibility.legend}>
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
          path="accessibility.note"
          label={words.accessibility.note}
          value={accessibility.note}
          maxLength={limits.note}
          onValue={(note) => change({ accessibility: { ...accessibility, note } })}
        />
      </Column>
    </FieldGroup>
  </Column>
);

interface LogoProps {
  logo: FormLogo;
  proposed: FormLogo | null;
  onLogo: (logo: FormLogo) => void;
}

/** An editor brings no file here: the proposed logo, the present one, or none. */
const Logo = ({ logo, proposed, onLogo }: LogoProps) => {
  const fresh = proposed?.choice === 'new' ? proposed : null;
  const options = (['keep', 'none', ...(fresh ? (['new'] as const) : [])] as const).map((value) => ({
    value,
    label: words.logo[value],
  }));
  return (
    <Column>
      <ChoiceField
        path="logo"
        label={words.logo.label}
        value={logo.choice}
        options={options}
        onValue={(choice) => {
          if (choice === 'new' && fresh) onLogo(fresh);
          else onLogo({ choice: choice === 'none' ? 'none' : 'keep' });
        }}
      />
      {logo.choice === 'new' && (
        <TextField
          path="logo.alt"
          label={words.logo.alt}
          value={logo.alt}
          maxLength={limits.line}
          onValue={(alt) => onLogo({ ...logo, alt })}
        />
      )}
    </Column>
  );
};
