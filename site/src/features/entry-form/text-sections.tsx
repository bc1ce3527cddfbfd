import { accessibilityKinds } from '@trame/cms/domain/entry/entry-in-words';
import { entryLimits as limits } from '@trame/cms/domain/entry/limits';
import { printedLength } from '@trame/cms/domain/print-length';
import { CheckField, ChoicesField, Group, SelectField, TextArea, TextField } from './fields.tsx';
import type { SectionProps } from './section-props.ts';
import { words } from './words.ts';

export function PresentationSection({ entry, change }: SectionProps) {
  const length = printedLength(entry.summary);
  return (
    <>
      <TextArea
        path="summary"
        label={words.presentation.summary}
        help={words.presentation.summaryHelp}
        value={entry.summary}
        rows={5}
        maxLength={limits.text}
        below={{ text: words.presentation.count(length), alert: length > limits.summary }}
        onValue={(summary) => change({ summary })}
      />
      <TextArea
        path="description"
        label={words.presentation.description}
        help={words.presentation.descriptionHelp}
        optional
        value={entry.description}
        rows={6}
        maxLength={limits.text}
        onValue={(description) => change({ description })}
      />
      <TextArea
        path="howToJoin"
        label={words.presentation.howToJoin}
        help={words.presentation.howToJoinHelp}
        optional
        value={entry.howToJoin}
        maxLength={limits.text}
        onValue={(howToJoin) => change({ howToJoin })}
      />
    </>
  );
}

export function PlacesSection({ entry, change, choices }: SectionProps) {
  const address = (part: Partial<typeof entry.address>) => change({ address: { ...entry.address, ...part } });
  const accessibility = (part: Partial<typeof entry.accessibility>) =>
    change({ accessibility: { ...entry.accessibility, ...part } });
  return (
    <>
      <SelectField
        path="commune"
        label={words.places.commune}
        value={entry.commune ?? ''}
        options={[
          { value: '', label: words.places.noCommune },
          ...choices.communes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(commune) => change({ commune: commune === '' ? null : commune })}
      />
      <ChoicesField
        path="communesOfActivity"
        legend={words.places.communesOfActivity}
        choices={choices.communes}
        chosen={entry.communesOfActivity}
        onChosen={(communesOfActivity) => change({ communesOfActivity })}
      />
      <Group path="address" legend={words.places.address}>
        <TextField
          path="address.street"
          label={words.places.street}
          optional
          value={entry.address.street}
          maxLength={limits.line}
          onValue={(street) => address({ street })}
        />
        <TextField
          path="address.complement"
          label={words.places.complement}
          optional
          value={entry.address.complement}
          maxLength={limits.line}
          onValue={(complement) => address({ complement })}
        />
        <div class="field-row">
          <TextField
            path="address.postalCode"
            label={words.places.postalCode}
            value={entry.address.postalCode}
            maxLength={10}
            size="short"
            inputMode="numeric"
            onValue={(postalCode) => address({ postalCode })}
          />
          <TextField
            path="address.city"
            label={words.places.city}
            value={entry.address.city}
            maxLength={limits.line}
            onValue={(city) => address({ city })}
          />
        </div>
        <CheckField
          path="address.public"
          label={words.places.shown}
          help={words.places.shownHelp}
          checked={entry.address.public}
          onChecked={(shown) => address({ public: shown })}
        />
      </Group>
      <Group path="accessibility" legend={words.places.accessibility} help={words.places.accessibilityHelp}>
        <div class="choices">
          {accessibilityKinds.map(({ kind, label }) => (
            <CheckField
              key={kind}
              path={`accessibility.${kind}`}
              label={label}
              checked={entry.accessibility[kind]}
              onChecked={(checked) => accessibility({ [kind]: checked })}
            />
          ))}
        </div>
        <TextField
          path="accessibility.note"
          label={words.places.accessibilityNote}
          optional
          value={entry.accessibility.note}
          maxLength={limits.note}
          onValue={(note) => accessibility({ note })}
        />
      </Group>
    </>
  );
}

export function VolunteersSection({ entry, change }: SectionProps) {
  return (
    <>
      <CheckField
        path="seeksVolunteers"
        label={words.volunteers.seeks}
        checked={entry.seeksVolunteers}
        onChecked={(seeksVolunteers) => change({ seeksVolunteers })}
      />
      <TextArea
        path="volunteersNote"
        label={words.volunteers.note}
        help={words.volunteers.noteHelp}
        optional
        value={entry.volunteersNote}
        maxLength={limits.note}
        onValue={(volunteersNote) => change({ volunteersNote })}
      />
    </>
  );
}
