import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import { Refusal } from '../service/refusal.tsx';
import { Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { Faults, TextField } from '../service/fields.tsx';
import { loadEmailCheck } from '../service/load-checker.ts';
import { PublicView } from '../entry-form/public-view.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

interface Props {
  readonly entry: EntryForm;
  readonly choices: EntryChoices;
  readonly refused: Refused | null;
  /** What the CMS found wrong with the address. */
  readonly addressFault: string | null;
  readonly busy: boolean;
  readonly onSend: (email: string, website2: string) => void;
  readonly onBack: () => void;
}

/** The whole entry in words, and whom the office answers. */
export function SendScreen({ entry, choices, refused, addressFault, busy, onSend, onBack }: Props) {
  const [email, setEmail] = useState(() => entry.contacts.find((contact) => contact.email !== '')?.email ?? '');
  const [website2, setWebsite2] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const focusAfter = useFocusAfter();

  async function send() {
    const parseEmail = await loadEmailCheck();
    const parsed = parseEmail?.(email);
    if (parsed && !parsed.ok) {
      setFault(parsed.message);
      return focusAfter('champ-senderEmail');
    }
    setFault(null);
    onSend(parsed?.value ?? email, website2);
  }

  const told = fault ?? addressFault;
  const faults = new Map(told === null ? [] : [['senderEmail', told]]);
  return (
    <Screen title={words.review.title} lead={words.review.lead}>
      <Faults.Provider value={faults}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <section class="sheet" aria-labelledby="declaree">
            <h2 id="declaree">{entry.name}</h2>
            <PublicView entry={entry} choices={choices} />
          </section>
          <TextField
            path="senderEmail"
            label={words.review.email}
            help={words.review.emailHelp}
            inputMode="email"
            autocomplete="email"
            value={email}
            maxLength={254}
            onValue={setEmail}
          />
          <div class="nobody" aria-hidden="true">
            <label>
              {words.review.website2}
              <input
                name="website2"
                tabIndex={-1}
                autocomplete="off"
                value={website2}
                onInput={(event) => setWebsite2(event.currentTarget.value)}
              />
            </label>
          </div>
          <Refusal
            refused={refused}
            title={words.review.failed}
            office={refused !== null && refused.code !== 'network'}
          />
          <div class="actions actions--end">
            <button class="button" type="submit" disabled={busy}>
              {busy ? serviceWords.sending : words.review.send}
            </button>
            <button class="link-button" type="button" onClick={onBack}>
              {words.review.back}
            </button>
          </div>
        </form>
      </Faults.Provider>
    </Screen>
  );
}
