/** The way out of letters to lists: one button, and the same link to come back. Opening the page changes nothing. */
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ByLetter, NotOpened, useOpened } from '../service/by-letter.tsx';
import type { Ask } from '../service/client.ts';
import { isFinal } from '../service/problem-screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import { OfficeContact, Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly secret: AddressSecret;
}

/** By the letter. */
export function UnsubscribeByLetter({ ask, secret }: Props) {
  return (
    <ByLetter ask={ask} page="desinscription" codePath="/api/desinscription/code" secret={secret} words={words}>
      {(tokens, otherWay) => <Unsubscribe key={tokens[0]} ask={ask} tokens={tokens} otherWay={otherWay} />}
    </ByLetter>
  );
}

interface UnsubscribeProps {
  readonly ask: Ask;
  readonly tokens: CandidateTokens;
  readonly otherWay: ComponentChildren;
}

function Unsubscribe({ ask, tokens, otherWay }: UnsubscribeProps) {
  const opening = useOpened(ask, 'ListLetters', '/api/desinscription/ouvrir', tokens);
  const { token, opened: letters, refused, setRefused } = opening;
  /** Whether they were stopped before and asked for again here. */
  const [isBack, setBack] = useState(false);
  const [busy, setBusy] = useState(false);

  async function set(act: 'confirmer' | 'reprendre') {
    setBusy(true);
    setRefused(null);
    const answer = await ask('ListLetters', `/api/desinscription/${act}`, { body: { token } });
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    setBack(act === 'reprendre');
    opening.setOpened(answer.value);
  }

  if (letters === null) {
    const { open } = opening;
    return (
      <NotOpened refused={refused} title={words.title} words={words} onRetry={() => void open()} otherWay={otherWay} />
    );
  }
  const failure = <Refusal refused={refused} title={words.failed} office={refused !== null && isFinal(refused.code)} />;
  if (letters.stopped) {
    return (
      <Screen key="stopped" title={words.stopped} lead={words.stoppedLead}>
        <div class="flow">
          <p>{words.others}</p>
          <p>{words.resumeHelp}</p>
          {failure}
          <div class="actions">
            <button class="button button--quiet" type="button" disabled={busy} onClick={() => void set('reprendre')}>
              {busy ? serviceWords.sending : words.resume}
            </button>
          </div>
          <OfficeContact />
        </div>
      </Screen>
    );
  }
  return (
    <Screen
      key={isBack ? 'back' : 'open'}
      title={isBack ? words.resumed : words.title}
      lead={isBack ? words.resumedLead : words.lead}
    >
      <div class="flow">
        {!isBack && <p>{words.others}</p>}
        {failure}
        <div class="actions actions--end">
          <button
            class={isBack ? 'button button--quiet' : 'button'}
            type="button"
            disabled={busy}
            onClick={() => void set('confirmer')}
          >
            {busy ? serviceWords.sending : words.confirm}
          </button>
        </div>
      </div>
    </Screen>
  );
}
