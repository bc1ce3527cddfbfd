import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { labelOf } from '@trame/cms/domain/entry/fields';
import { parseRnaId } from '@trame/cms/domain/rna';
import { legalForms, type LegalForm } from '@trame/cms/domain/vocabulary/legal-forms';
import type { Refused } from '../service/client.ts';
import { Notice, Screen } from '../service/screen.tsx';
import { formatMoment } from '@trame/cms/domain/moments';
import type { Draft } from '../service/drafts.ts';
import { asked, typed } from '../entry-form/asked.ts';
import { controlId, Faults, SelectField, TextField } from '../service/fields.tsx';
import { Refusal } from '../service/refusal.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

interface Props {
  readonly entry: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly rnaId: string;
  readonly onRnaId: (rnaId: string) => void;
  readonly legalForm: LegalForm | null;
  readonly onLegalForm: (legalForm: LegalForm | null) => void;
  readonly choices: EntryChoices;
  readonly draft: Draft | null;
  readonly onResume: (draft: Draft) => void;
  readonly onErase: () => void;
  /** Of this screen's own fields. */
  readonly faults: readonly EntryFault[];
  readonly onFaults: (faults: readonly EntryFault[]) => void;
  readonly refused: Refused | null;
  readonly busy: boolean;
  readonly onNext: () => void;
}

/** Name, commune and number: enough to know whether it is listed already, before anybody writes a whole entry. */
export function FirstScreen(props: Props) {
  const {
    entry,
    onEntry,
    rnaId,
    onRnaId,
    legalForm,
    onLegalForm,
    choices,
    draft,
    onResume,
    onErase,
    faults,
    onFaults,
    refused,
    busy,
    onNext,
  } = props;
  const focusAfter = useFocusAfter();
  const told = new Map(faults.map(({ path, message }) => [path, message]));

  /** What is wrong with this screen is told on it, not after the whole form. */
  function check(): EntryFault[] {
    const rna = rnaId.trim() === '' ? null : parseRnaId(rnaId);
    return [
      ...(entry.name.trim().length < 2 ? [{ path: 'name', message: words.first.needName }] : []),
      ...(rna && !rna.ok ? [{ path: 'rnaId', message: rna.message }] : []),
    ];
  }
  return (
    <Screen title={words.first.title} lead={words.first.lead}>
      <div class="flow">
        {draft && (
          <Notice title={words.draft.title(formatMoment(draft.at))}>
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
        <p>{words.first.help}</p>
        <Faults.Provider value={told}>
          <form
            class="service-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const found = check();
              onFaults(found);
              if (found[0]) focusAfter(controlId(found[0].path));
              else onNext();
            }}
          >
            <TextField {...typed('name')} value={entry.name} onValue={(name) => onEntry({ ...entry, name })} />
            <SelectField
              {...asked('commune')}
              value={entry.commune ?? ''}
              options={[
                { value: '', label: words.first.noCommune },
                ...choices.communes.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValue={(commune) => onEntry({ ...entry, commune: commune === '' ? null : commune })}
            />
            <SelectField
              path="legalForm"
              label={labelOf('legalForm')}
              value={legalForm ?? ''}
              options={[{ value: '', label: words.first.unknownForm }, ...legalForms.terms]}
              onValue={(form) => onLegalForm(legalForms.values.find((value) => value === form) ?? null)}
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
            <Refusal refused={refused} />
            <button class="button" type="submit" disabled={busy}>
              {busy ? words.first.checking : words.first.next}
            </button>
          </form>
        </Faults.Provider>
      </div>
    </Screen>
  );
}
