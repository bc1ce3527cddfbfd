/** Asking for a letter with a link: an e-mail address, checked before it leaves, then where the letter went. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, Refused } from './client.ts';
import { Faults, TextField } from './fields.tsx';
import { loadEmailCheck } from './load-checker.ts';
import { Refusal } from './refusal.tsx';
import { OfficeContact, Screen } from './screen.tsx';
import { serviceWords } from './service-words.ts';
import { useFocusAfter } from './use-focus.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly emailHelp: string;
  readonly send: string;
  readonly sentTitle: string;
  readonly sent: (address: string) => string;
  readonly notReceived: string;
  readonly again: string;
}

interface Props {
  readonly words: Words;
  /** Asks the CMS for the letter. */
  readonly ask: (email: string) => Promise<Answer<null>>;
  /** For who has a letter already: its code. */
  readonly code: ComponentChildren;
}

export function AskByMail({ words, ask, code }: Props) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo === null) return <AskScreen words={words} ask={ask} code={code} onSent={setSentTo} />;
  return (
    <Screen key="sent" title={words.sentTitle} lead={words.sent(sentTo)}>
      <div class="flow">
        {code}
        <p>{words.notReceived}</p>
        <OfficeContact />
        <p>
          <button class="link-button" type="button" onClick={() => setSentTo(null)}>
            {words.again}
          </button>
        </p>
      </div>
    </Screen>
  );
}

function AskScreen({ words, ask, code, onSent }: Props & { onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const focusAfter = useFocusAfter();

  async function send() {
    const parseEmail = await loadEmailCheck();
    const parsed = parseEmail?.(email);
    if (parsed && !parsed.ok) {
      setFault(parsed.message);
      return focusAfter('champ-email');
    }
    setFault(null);
    setRefused(null);
    setBusy(true);
    const address = parsed?.value ?? email.trim();
    const answer = await ask(address);
    setBusy(false);
    if (answer.ok) onSent(address);
    else setRefused(answer);
  }

  return (
    <Screen key="ask" title={words.title} lead={words.lead}>
      <Faults.Provider value={new Map(fault === null ? [] : [['email', fault]])}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            path="email"
            label={words.email}
            help={words.emailHelp}
            inputMode="email"
            autocomplete="email"
            value={email}
            maxLength={254}
            onValue={setEmail}
          />
          <Refusal refused={refused} />
          <button class="button" type="submit" disabled={busy}>
            {busy ? serviceWords.sending : words.send}
          </button>
        </form>
      </Faults.Provider>
      <div class="later-way">{code}</div>
    </Screen>
  );
}
