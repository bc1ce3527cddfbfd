import type { EntryChoices } from '@trame/cms/domain/contract/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { entryLimits } from '@trame/cms/domain/entry/limits';
import { useState } from 'preact/hooks';
import type { Refused } from '../cms-api/client.ts';
import { Notice, Screen } from '../cms-api/screen.tsx';
import { whenInWords } from '../cms-api/when.ts';
import type { Draft } from '../entry-form/drafts.ts';
import { Faults, SelectField, TextField } from '../entry-form/fields.tsx';
import { useFocusAfter } from '../entry-form/use-focus.ts';
import { words } from './words.ts';

interface Props {
  readonly entry: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly rnaId: string;
  readonly onRnaId: (rnaId: string) => void;
  readonly choices: EntryChoices;
  readonly draft: Draft | null;
  readonly onResume: (draft: Draft) => void;
  readonly onErase: () => void;
  readonly refused: Refused | null;
  readonly busy: boolean;
  readonly onNext: () => void;
}

/** Name, commune and number: enough to know whether it is listed already, before anybody writes a whole entry. */
export function FirstScreen(props: Props) {
  const { entry, onEntry, rnaId, onRnaId, choices, draft, onResume, onErase, refused, busy, onNext } = props;
  const [missing, setMissing] = useState(false);
  const focusAfter = useFocusAfter();
  const faults = new Map(missing ? [['name', words.first.needName]] : []);
  return (
    <Screen title={words.first.title} lead={words.first.lead}>
      <div class="flow">
        {draft && (
          <Notice title={words.draft.title(whenInWords(draft.at))}>
            <p class="actions">
              <button class="button" type="button" onClick={() => onResume(draft)}>
                {words.draft.resume}
              </button>
              <button class="link-button" type="button" onClick={onErase}>
                {words.draft.erase}
              </button>
            </p>
          </Notice>
        )}
        {refused && (
          <Notice alert>
            <p>{refused.message}</p>
          </Notice>
        )}
        <p>{words.first.help}</p>
        <Faults.Provider value={faults}>
          <form
            class="service-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const empty = entry.name.trim().length < 2;
              setMissing(empty);
              if (empty) focusAfter('champ-name');
              else onNext();
            }}
          >
            <TextField
              path="name"
              label={words.first.name}
              value={entry.name}
              maxLength={entryLimits.name}
              onValue={(name) => onEntry({ ...entry, name })}
            />
            <SelectField
              path="commune"
              label={words.first.commune}
              value={entry.commune ?? ''}
              options={[
                { value: '', label: words.first.noCommune },
                ...choices.communes.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValue={(commune) => onEntry({ ...entry, commune: commune === '' ? null : commune })}
            />
            <TextField
              path="rnaId"
              label={words.first.rnaId}
              help={words.first.rnaHelp}
              optional
              value={rnaId}
              maxLength={20}
              onValue={onRnaId}
            />
            <button class="button" type="submit" disabled={busy}>
              {busy ? words.first.checking : words.first.next}
            </button>
          </form>
        </Faults.Provider>
      </div>
    </Screen>
  );
}
