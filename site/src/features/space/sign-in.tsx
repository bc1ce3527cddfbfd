/** Sign-in by a link: asked for by e-mail, spent by a press of a button, for mail scanners open links and run scripts. */
import { useState } from 'preact/hooks';
import type { CmsClient, Refused } from '../cms-api/client.ts';
import { Notice, OfficeContact, Screen } from '../cms-api/screen.tsx';
import { serviceWords } from '../cms-api/service-words.ts';
import { Faults, TextField } from '../entry-form/fields.tsx';
import { loadEmailCheck } from '../entry-form/load-checker.ts';
import { useFocusAfter } from '../entry-form/use-focus.ts';
import { sessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly cms: CmsClient;
  /** Of the link; null when the page was opened without one. */
  readonly token: string | null;
  readonly onSignedIn: () => void;
}

export function SignIn({ cms, token, onSignedIn }: Props) {
  const [secret, setSecret] = useState(token);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (secret !== null) {
    return <EnterScreen cms={cms} token={secret} onSignedIn={onSignedIn} onOther={() => setSecret(null)} />;
  }
  if (sentTo === null) return <AskScreen cms={cms} onSent={setSentTo} />;
  return (
    <Screen key="sent" title={words.signIn.sentTitle} lead={words.signIn.sent(sentTo)}>
      <div class="flow">
        <p>{words.signIn.notReceived}</p>
        <OfficeContact />
        <p>
          <button class="link-button" type="button" onClick={() => setSentTo(null)}>
            {words.signIn.again}
          </button>
        </p>
      </div>
    </Screen>
  );
}

function AskScreen({ cms, onSent }: { cms: Props['cms']; onSent: (email: string) => void }) {
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
    setBusy(true);
    const address = parsed?.value ?? email.trim();
    const answer = await cms.ask('/api/session/lien', { body: { email: address } });
    setBusy(false);
    if (answer.ok) onSent(address);
    else setRefused(answer);
  }

  return (
    <Screen title={words.signIn.title} lead={words.signIn.lead}>
      <Faults.Provider value={new Map(fault === null ? [] : [['email', fault]])}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {refused && (
            <Notice alert>
              <p>{refused.message}</p>
            </Notice>
          )}
          <TextField
            path="email"
            label={words.signIn.email}
            help={words.signIn.emailHelp}
            inputMode="email"
            autocomplete="email"
            value={email}
            maxLength={254}
            onValue={setEmail}
          />
          <button class="button" type="submit" disabled={busy}>
            {busy ? serviceWords.sending : words.signIn.send}
          </button>
        </form>
      </Faults.Provider>
    </Screen>
  );
}

interface EnterProps {
  readonly cms: Props['cms'];
  readonly token: string;
  readonly onSignedIn: () => void;
  readonly onOther: () => void;
}

function EnterScreen({ cms, token, onSignedIn, onOther }: EnterProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  async function enter() {
    setBusy(true);
    const answer = await sessionClient(cms).open(token);
    setBusy(false);
    if (answer.ok) onSignedIn();
    else setRefused(answer);
  }

  const retry = refused?.code === 'network' || refused?.code === 'broken' || refused?.code === 'unavailable';
  if (refused?.code === 'link-revoked') {
    // The address itself opens nothing any more: another link would not, either.
    return (
      <Screen key="closed" title={words.signIn.closed} lead={refused.message}>
        <OfficeContact />
      </Screen>
    );
  }
  if (refused && !retry) {
    return (
      <Screen key="spent" title={words.signIn.problem} lead={words.signIn.problemHelp}>
        <div class="flow">
          <p>
            <button class="button" type="button" onClick={onOther}>
              {words.signIn.again}
            </button>
          </p>
          <OfficeContact />
        </div>
      </Screen>
    );
  }
  return (
    <Screen key="ready" title={words.signIn.readyTitle} lead={words.signIn.ready}>
      <div class="flow">
        {refused && (
          <Notice alert>
            <p>{refused.message}</p>
          </Notice>
        )}
        <p>
          <button class="button" type="button" disabled={busy} onClick={() => void enter()}>
            {busy ? serviceWords.sending : words.signIn.enter}
          </button>
        </p>
      </div>
    </Screen>
  );
}
