/** An alert, by the link of its letters: confirmed and stopped by a button each. Opening the page changes nothing. */
import { formatDay } from '@trame/cms/domain/dates';
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ByLetter, NotOpened, useOpened } from '../service/by-letter.tsx';
import type { Ask } from '../service/client.ts';
import { isFinal } from '../service/problem-screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import { Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly secret: AddressSecret;
}

/** By the letter. */
export function OwnAlertByLetter({ ask, secret }: Props) {
  return (
    <ByLetter ask={ask} page="alerte" codePath="/api/alerte/code" secret={secret} words={words}>
      {(tokens, otherWay) => <OwnAlert key={tokens[0]} ask={ask} tokens={tokens} otherWay={otherWay} />}
    </ByLetter>
  );
}

interface OwnAlertProps {
  readonly ask: Ask;
  readonly tokens: CandidateTokens;
  readonly otherWay: ComponentChildren;
}

type Act = 'confirmer' | 'arreter';

function OwnAlert({ ask, tokens, otherWay }: OwnAlertProps) {
  const opening = useOpened(ask, 'OpenedAlert', '/api/alerte/ouvrir', tokens);
  const { token, opened: alert, refused, setRefused } = opening;
  const [done, setDone] = useState<Act | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);

  async function set(act: Act) {
    setBusy(act);
    setRefused(null);
    const answer = await ask('OpenedAlert', `/api/alerte/${act}`, { body: { token } });
    setBusy(null);
    if (!answer.ok) return setRefused(answer);
    setDone(act);
    opening.setOpened(answer.value);
  }

  if (alert === null) {
    const { open } = opening;
    return (
      <NotOpened refused={refused} title={words.title} words={words} onRetry={() => void open()} otherWay={otherWay} />
    );
  }
  if (alert.state === 'over') {
    const said = done === 'arreter' ? words.stopped : words.over;
    return (
      <Screen key="over" title={said.title} lead={said.lead}>
        <p>
          <a href="/recherche/">{words.search}</a>
        </p>
      </Screen>
    );
  }
  const isWaiting = alert.state === 'waiting';
  const day = alert.endsOn === null ? '' : formatDay(alert.endsOn);
  const button = (act: Act, label: string, quiet: boolean) => (
    <button
      class={quiet ? 'button button--quiet' : 'button'}
      type="button"
      disabled={busy !== null}
      onClick={() => void set(act)}
    >
      {busy === act ? serviceWords.sending : label}
    </button>
  );
  const title = isWaiting ? words.waiting : done === 'confirmer' ? words.confirmed : words.standing;
  return (
    <Screen
      key={`${alert.state} ${done ?? ''}`}
      title={title}
      lead={isWaiting ? words.waitingLead : words.standingLead}
    >
      <div class="flow">
        <p>
          {words.yours} <a href={`/recherche/?${alert.search ?? ''}`}>{alert.words}</a>
        </p>
        <p>{isWaiting ? words.until(day) : words.endsOn(day)}</p>
        <Refusal refused={refused} title={words.failed} office={refused !== null && isFinal(refused.code)} />
        <div class="actions">
          {isWaiting && button('confirmer', words.confirm, false)}
          {isWaiting && button('arreter', words.refuse, true)}
          {!isWaiting && done !== 'confirmer' && button('confirmer', words.goOn, true)}
          {!isWaiting && button('arreter', words.stop, done === 'confirmer')}
        </div>
      </div>
    </Screen>
  );
}
