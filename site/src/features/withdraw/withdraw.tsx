/** The withdrawal of a contact: what it is, masked, where it is published, and one button. Opening the page changes nothing. */
import type { OpenedWithdrawal, Withdrawn } from '@trame/cms/domain/contract/my-entry';
import { consentChannels } from '@trame/cms/domain/vocabulary/consent-channels';
import { useEffect, useState } from 'preact/hooks';
import type { Ask, Refused } from '../cms-api/client.ts';
import { Loading, Notice, OfficeContact, Screen } from '../cms-api/screen.tsx';
import { serviceWords } from '../cms-api/service-words.ts';
import { isFinal } from '../my-entry/problem-screen.tsx';
import { words } from './words.ts';

export function Withdraw({ ask, token }: { ask: Ask; token: string }) {
  const [opened, setOpened] = useState<OpenedWithdrawal | null>(null);
  const [done, setDone] = useState<Withdrawn | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  async function open() {
    setRefused(null);
    const answer = await ask<OpenedWithdrawal>('/api/retrait/ouvrir', { body: { token } });
    if (answer.ok) setOpened(answer.value);
    else setRefused(answer);
  }
  useEffect(() => void open(), []);

  async function confirm() {
    setBusy(true);
    setRefused(null);
    const answer = await ask<Withdrawn>('/api/retrait/confirmer', { body: { token } });
    setBusy(false);
    if (answer.ok) setDone(answer.value);
    else setRefused(answer);
  }

  if (done) return <DoneScreen done={done} />;
  if (!opened) {
    if (refused)
      return <ClosedScreen key="closed" code={refused.code} message={refused.message} onRetry={() => void open()} />;
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
        {refused && (
          <Notice alert title={words.failed}>
            <p>{refused.message}</p>
            {isFinal(refused.code) && <OfficeContact />}
          </Notice>
        )}
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
        <div class="actions actions--end">
          <button class="button" type="button" disabled={busy} onClick={() => void confirm()}>
            {busy ? serviceWords.sending : words.confirm}
          </button>
        </div>
      </div>
    </Screen>
  );
}

function DoneScreen({ done }: { done: Withdrawn }) {
  return (
    <Screen key="done" title={words.done} lead={words.doneLead}>
      <div class="flow">
        {done.printedEditions.length === 0 ? (
          <p>{words.notPrinted}</p>
        ) : (
          <>
            <p>{words.still}</p>
            <ul>
              {done.printedEditions.map((edition) => (
                <li key={edition}>{edition}</li>
              ))}
            </ul>
          </>
        )}
        <OfficeContact />
      </div>
    </Screen>
  );
}

interface ClosedProps {
  readonly code: Refused['code'] | 'absent';
  readonly message: string;
  readonly onRetry: () => void;
}

/** Why the page cannot be shown; the office withdraws too. */
export function ClosedScreen({ code, message, onRetry }: ClosedProps) {
  const said =
    code === 'absent' || code === 'link-unknown'
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
        <OfficeContact />
      </div>
    </Screen>
  );
}
