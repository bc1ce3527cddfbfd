/** Sign-in by a link: asked for by e-mail, spent by a press of a button, for mail scanners open links and run scripts. */
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import { useState } from 'preact/hooks';
import { AskByMail } from '../service/ask-by-mail.tsx';
import type { CmsClient, Refused } from '../service/client.ts';
import { CodeForm } from '../service/code-form.tsx';
import { CutScreen } from '../service/cut-screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import { OfficeContact, Screen } from '../service/screen.tsx';
import { isFinal } from '../service/problem-screen.tsx';
import { askInTurn } from '../service/secret-of-link.ts';
import { serviceWords } from '../service/service-words.ts';
import { sessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly cms: CmsClient;
  /** Of the link that the page was opened with. */
  readonly secret: AddressSecret;
  readonly onSignedIn: () => void;
}

export function SignIn({ cms, secret, onSignedIn }: Props) {
  const [way, setWay] = useState(secret);
  const askAgain = () => setWay('absent');
  if (typeof way !== 'string')
    return <EnterScreen cms={cms} tokens={way.tokens} onSignedIn={onSignedIn} onOther={askAgain} />;

  const code = (
    <CodeForm
      title={words.signIn.code}
      help={serviceWords.code.help}
      send={words.signIn.enter}
      ask={(typed) => sessionClient(cms).openByCode(typed)}
      onOpened={onSignedIn}
    />
  );
  if (way === 'malformed') return <CutScreen code={code} again={words.signIn.again} onAgain={askAgain} />;
  return (
    <AskByMail
      words={words.signIn}
      ask={(email) => cms.ask(null, '/api/session/lien', { body: { email } })}
      code={code}
    />
  );
}

interface EnterProps {
  readonly cms: Props['cms'];
  readonly tokens: CandidateTokens;
  readonly onSignedIn: () => void;
  readonly onOther: () => void;
}

function EnterScreen({ cms, tokens, onSignedIn, onOther }: EnterProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  async function enter() {
    setBusy(true);
    const { answer } = await askInTurn(tokens, (token) => sessionClient(cms).open(token));
    setBusy(false);
    if (answer.ok) onSignedIn();
    else setRefused(answer);
  }

  if (refused?.code === 'link-revoked') {
    // The address itself opens nothing any more: another link would not, either.
    return (
      <Screen key="closed" title={words.signIn.closed} lead={refused.message}>
        <OfficeContact />
      </Screen>
    );
  }
  if (refused && isFinal(refused.code)) {
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
        <Refusal refused={refused} />
        <p>
          <button class="button" type="button" disabled={busy} onClick={() => void enter()}>
            {busy ? serviceWords.sending : words.signIn.enter}
          </button>
        </p>
      </div>
    </Screen>
  );
}
