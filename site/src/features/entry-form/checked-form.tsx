import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../service/refusal.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { loadChecker } from '../service/load-checker.ts';
import type { LogoDoor } from './logo-field.tsx';
import { shownEntry } from './shown-entry.ts';

interface Props {
  readonly entry: EntryForm;
  readonly base: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly choices: EntryChoices;
  readonly logo: LogoDoor | null;
  readonly faults: readonly EntryFault[];
  readonly onFaults: (faults: readonly EntryFault[]) => void;
  /** Does the device keep what is typed? */
  readonly kept: boolean;
  /** @param tidy what would be sent @param shown the same, as the form shows it */
  readonly onChecked: (tidy: EntryForm, shown: EntryForm) => void;
  readonly onBack: () => void;
  readonly words: Readonly<Record<'kept' | 'notKept' | 'review' | 'checking' | 'offline' | 'back', string>>;
}

/** The form of an entry with its check: it goes on only once there is nothing left to mend. */
export function CheckedForm({ entry, onEntry, faults, onFaults, kept, onChecked, onBack, words, ...rest }: Props) {
  const [checking, setChecking] = useState(false);
  const [offline, setOffline] = useState(false);
  // Fetched now, so that a network that is lost while typing does not keep anybody from reading again.
  useEffect(() => void loadChecker(), []);

  async function check() {
    setChecking(true);
    const checker = await loadChecker();
    setChecking(false);
    setOffline(checker === null);
    if (checker === null) return;
    const tidy = checker.withoutEmptyRows(entry);
    const result = checker.checkEntry(tidy, checker.dayOf(new Date()));
    onFaults(result.ok ? [] : result.faults);
    if (result.ok) onChecked(result.value, shownEntry(result.value));
    else onEntry(tidy);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <EntryEditor {...rest} entry={entry} onEntry={onEntry} faults={faults}>
        <p class={kept ? 'soft small' : 'field-fault'}>{kept ? words.kept : words.notKept}</p>
        <Refusal refused={offline ? { code: 'network', message: words.offline } : null} />
        <div class="actions actions--end">
          <button class="button" type="submit" disabled={checking}>
            {checking ? words.checking : words.review}
          </button>
          <button class="link-button" type="button" onClick={onBack}>
            {words.back}
          </button>
        </div>
      </EntryEditor>
    </form>
  );
}
