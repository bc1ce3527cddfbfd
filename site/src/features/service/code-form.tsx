/** The code of a letter, typed where its link did not arrive whole. */
import { LETTER_CODE_TYPED, readLetterCode } from '@trame/cms/domain/letter-code';
import { useState } from 'preact/hooks';
import type { Answer, Refused } from './client.ts';
import { Faults, TextField } from './fields.tsx';
import { Refusal } from './refusal.tsx';
import { serviceWords } from './service-words.ts';
import { useFocusAfter } from './use-focus.ts';

interface Props<Opened> {
  readonly title: string;
  /** Where the letter says the code. */
  readonly help: string;
  readonly send: string;
  readonly ask: (code: string) => Promise<Answer<Opened>>;
  readonly onOpened: (opened: Opened) => void;
}

export function CodeForm<Opened>({ title, help, send, ask, onOpened }: Props<Opened>) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const focusAfter = useFocusAfter();

  function say(message: string) {
    setFault(message);
    focusAfter('champ-code');
  }

  async function submit() {
    setFault(null);
    setRefused(null);
    const read = readLetterCode(typed);
    if (!read.ok) return say(read.message);
    setBusy(true);
    const answer = await ask(read.code);
    setBusy(false);
    if (answer.ok) onOpened(answer.value);
    else if (answer.code === 'link-unknown') say(answer.message);
    else setRefused(answer);
  }

  return (
    <section class="flow">
      <h2>{title}</h2>
      <Faults.Provider value={new Map(fault === null ? [] : [['code', fault]])}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField
            path="code"
            label={serviceWords.code.label}
            help={help}
            autocomplete="one-time-code"
            value={typed}
            maxLength={LETTER_CODE_TYPED}
            onValue={setTyped}
          />
          <Refusal refused={refused} />
          <button class="button" type="submit" disabled={busy}>
            {busy ? serviceWords.sending : send}
          </button>
        </form>
      </Faults.Provider>
    </section>
  );
}
