/** The withdrawal of a contact: what it is, masked, where it is published, and one button. Opening the page changes nothing. */
import type { OpenedWithdrawal, Withdrawn } from '@trame/cms/domain/contract/associations/my-entry';
import { consentChannels } from '@trame/cms/domain/vocabulary/consent-channels';
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Ask, Refused } from '../service/client.ts';
import { CodeForm } from '../service/code-form.tsx';
import { Refusal } from '../service/refusal.tsx';
import { Loading, OfficeContact, Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { hasLostItsLink, isFinal, type Reason } from '../service/problem-screen.tsx';
import { askInTurn, keepSecret } from '../service/secret-of-link.ts';
import { useOnOpen } from '../service/use-on-open.ts';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly secret: AddressSecret;
}

/** By the letter: its link when it arrived whole, else the code at its foot. */
export function WithdrawByLetter({ ask, secret }: Props) {
  const [tokens, setTokens] = useState<CandidateTokens | null>(typeof secret === 'string' ? null : secret.tokens);
  const otherWay = (
    <CodeForm
      title={serviceWords.code.title}
      help={words.codeHelp}
      send={words.codeSend}
      ask={(code) => ask('CodeAnswer', '/api/retrait/code', { body: { code } })}
      onOpened={(opened) => {
        keepSecret('retrait', opened.token);
        setTokens([opened.token]);
      }}
    />
  );
  if (tokens !== null) return <Withdraw key={tokens[0]} ask={ask} tokens={tokens} otherWay={otherWay} />;
  return (
    <ClosedScreen
      code={secret === 'malformed' ? 'cut' : 'absent'}
      message=""
      onRetry={() => location.reload()}
      otherWay={otherWay}
    />
  );
}

interface WithdrawProps {
  readonly ask: Ask;
  readonly tokens: CandidateTokens;
  readonly otherWay: ComponentChildren;
}

function Withdraw({ ask, tokens, otherWay }: WithdrawProps) {
  const [token, setToken] = useState(tokens[0]);
  const [opened, setOpened] = useState<OpenedWithdrawal | null>(null);
  const [done, setDone] = useState<Withdrawn | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  async function open() {
    setRefused(null);
    const { token: known, answer } = await askInTurn(tokens, (one) =>
      ask('OpenedWithdrawal', '/api/retrait/ouvrir', { body: { token: one } }),
    );
    setToken(known);
    if (answer.ok) setOpened(answer.value);
    else setRefused(answer);
  }
  useOnOpen(() => void open());

  async function confirm() {
    setBusy(true);
    setRefused(null);
    const answer = await ask('Withdrawn', '/api/retrait/confirmer', { body: { token } });
    setBusy(false);
    if (answer.ok) setDone(answer.value);
    else setRefused(answer);
  }

  if (done) return <DoneScreen done={done} />;
  if (!opened) {
    if (refused)
      return (
        <ClosedScreen
          key="closed"
          code={refused.code}
          message={refused.message}
          onRetry={() => void open()}
          otherWay={otherWay}
        />
      );
    return (
      <Screen key="loading" title={words.title}>
        <Loading />
      </Screen>
    );
  }
  if (opened.channels.length === 0) {
    return (
      <Screen key="nowhere" title={words.nowhere} lead={words.nowhereHelp}>
        <OfficeContact />
      </Screen>
    );
  }
  return (
    <Screen key="open" title={words.title} lead={words.lead(opened.association)}>
      <div class="flow">
        <dl class="facts sheet">
          <div>
            <dt>{words.contact}</dt>
            <dd>{opened.contact}</dd>
          </div>
          <div>
            <dt>{words.where}</dt>
            <dd>{opened.channels.map((channel) => consentChannels.label(channel)).join(', ')}</dd>
          </div>
        </dl>
        <p>{words.now}</p>
        {opened.channels.includes('print') && <p>{words.print}</p>}
        <Refusal refused={refused} title={words.failed} office={refused !== null && isFinal(refused.code)} />
        <div class="actions actions--end">
          <button class="button" type="button" disabled={busy} onClick={() => void confirm()}>
            {busy ? serviceWords.sending : words.confirm}
          </button>
        </div>
      </div>
    </Screen>
  );
}

function Editions({ lead, titles }: { lead: string; titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </>
  );
}

function DoneScreen({ done }: { done: Withdrawn }) {
  return (
    <Screen key="done" title={words.done} lead={words.doneLead}>
      <div class="flow">
        <Editions lead={words.still} titles={done.printedEditions} />
        <Editions lead={words.unknown} titles={done.unknownEditions} />
        {done.printedEditions.length + done.unknownEditions.length === 0 && <p>{words.notPrinted}</p>}
        <OfficeContact />
      </div>
    </Screen>
  );
}

interface ClosedProps {
  readonly code: Reason;
  readonly message: string;
  readonly onRetry: () => void;
  readonly otherWay: ComponentChildren;
}

/** Why the page cannot be shown; the office withdraws too. */
function ClosedScreen({ code, message, onRetry, otherWay }: ClosedProps) {
  const said =
    code === 'absent' || code === 'cut' || code === 'link-unknown'
      ? words.problem[code]
      : isFinal(code)
        ? words.problem.other
        : code === 'network'
          ? words.problem.network
          : words.problem.retry;
  return (
    <Screen title={said.title}>
      <div class="flow">
        <p class="lead">{said.text || message}</p>
        {!isFinal(code) && (
          <p>
            <button class="button" type="button" onClick={onRetry}>
              {serviceWords.retry}
            </button>
          </p>
        )}
        {hasLostItsLink(code) && otherWay}
        <OfficeContact />
      </div>
    </Screen>
  );
}
