import type { OpenedEntry } from '@trame/cms/domain/contract/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useEffect, useState } from 'preact/hooks';
import { Notice, Screen } from '../cms-api/screen.tsx';
import { EntryEditor } from '../entry-form/entry-editor.tsx';
import { loadChecker } from '../entry-form/load-checker.ts';
import { shownEntry } from '../entry-form/shown-entry.ts';
import type { EntryDoor } from './entry-door.ts';
import { TroubleNotice, type Trouble } from './trouble-notice.tsx';
import { words } from './words.ts';

interface Props {
  readonly opened: OpenedEntry;
  readonly base: EntryForm;
  readonly entry: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly faults: readonly EntryFault[];
  readonly onFaults: (faults: readonly EntryFault[]) => void;
  readonly kept: boolean;
  readonly trouble: Trouble | null;
  readonly sendLogo: EntryDoor['sendLogo'];
  /** @param tidy what would be sent @param shown the same, as the form shows it */
  readonly onChecked: (tidy: EntryForm, shown: EntryForm) => void;
  readonly onBack: () => void;
}

export function FormScreen(props: Props) {
  const { opened, base, entry, onEntry, faults, onFaults, kept, trouble, sendLogo, onChecked, onBack } = props;
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
    <Screen title={words.form.title} lead={words.form.lead}>
      <TroubleNotice trouble={trouble} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <EntryEditor
          entry={entry}
          base={base}
          onEntry={onEntry}
          choices={opened.choices}
          logo={{ presentUrl: opened.logoUrl, send: sendLogo }}
          faults={faults}
        >
          <p class={kept ? 'soft small' : 'field-fault'}>{kept ? words.form.kept : words.form.notKept}</p>
          {offline && (
            <Notice alert>
              <p>{words.form.offline}</p>
            </Notice>
          )}
          <div class="actions actions--end">
            <button class="button" type="submit" disabled={checking}>
              {checking ? words.form.checking : words.form.review}
            </button>
            <button class="link-button" type="button" onClick={onBack}>
              {words.form.back}
            </button>
          </div>
        </EntryEditor>
      </form>
    </Screen>
  );
}
