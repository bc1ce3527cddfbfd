import { accessibilityKinds } from '@trame/cms/domain/entry/entry-in-words';
import { PRINTED_SUMMARY_LENGTH, printedLength } from '@trame/cms/domain/print-length';
import { asked, askedTogether, typed } from './asked.ts';
import { CheckField, ChoicesField, Group, SelectField, TextArea, TextField } from '../service/fields.tsx';
import type { SectionProps } from './section-props.ts';
import { words } from './words.ts';

export function PresentationSection({ entry, change }: SectionProps) {
  const length = printedLength(entry.summary);
  return (
    <>
      <TextArea
        {...typed('summary')}
        value={entry.summary}
        rows={5}
        below={{ text: words.presentation.count(length), alert: length > PRINTED_SUMMARY_LENGTH }}
        onValue={(summary) => change({ summary })}
      />
      <TextArea
        {...typed('description')}
        optional
        value={entry.description}
        rows={6}
        onValue={(description) => change({ description })}
      />
      <TextArea
        {...typed('howToJoin')}
        optional
        value={entry.howToJoin}
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
        {...asked('commune')}
        value={entry.commune ?? ''}
        options={[
          { value: '', label: words.places.noCommune },
          ...choices.communes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(commune) => change({ commune: commune === '' ? null : commune })}
      />
      <ChoicesField
        {...askedTogether('communesOfActivity')}
        choices={choices.communes}
        chosen={entry.communesOfActivity}
        onChosen={(communesOfActivity) => change({ communesOfActivity })}
      />
      <Group {...askedTogether('address')}>
        <TextField
          {...typed('address.street')}
          optional
          value={entry.address.street}
          onValue={(street) => address({ street })}
        />
        <TextField
          {...typed('address.complement')}
          optional
          value={entry.address.complement}
          onValue={(complement) => address({ complement })}
        />
        <div class="field-row">
          <TextField
            {...typed('address.postalCode')}
            value={entry.address.postalCode}
            size="short"
            inputMode="numeric"
            onValue={(postalCode) => address({ postalCode })}
          />
          <TextField {...typed('address.city')} value={entry.address.city} onValue={(city) => address({ city })} />
        </div>
        <CheckField
          {...asked('address.public')}
          checked={entry.address.public}
          onChecked={(shown) => address({ public: shown })}
        />
      </Group>
      <Group {...askedTogether('accessibility')}>
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
          {...typed('accessibility.note')}
          optional
          value={entry.accessibility.note}
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
        {...asked('seeksVolunteers')}
        checked={entry.seeksVolunteers}
        onChecked={(seeksVolunteers) => change({ seeksVolunteers })}
      />
      <TextArea
        {...typed('volunteersNote')}
        optional
        value={entry.volunteersNote}
        onValue={(volunteersNote) => change({ volunteersNote })}
      />
    </>
  );
}
