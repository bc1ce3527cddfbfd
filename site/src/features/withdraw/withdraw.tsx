/** The withdrawal of a contact: what it is, masked, where it is published, and one button. Opening the page changes nothing. */
import type { Withdrawn } from '@trame/cms/domain/contract/associations/my-entry';
import { consentChannels } from '@trame/cms/domain/vocabulary/consent-channels';
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ByLetter, NotOpened, useOpened } from '../service/by-letter.tsx';
import type { Ask } from '../service/client.ts';
import { Refusal } from '../service/refusal.tsx';
import { OfficeContact, Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { isFinal } from '../service/problem-screen.tsx';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly secret: AddressSecret;
}

/** By the letter. */
export function WithdrawByLetter({ ask, secret }: Props) {
  return (
    <ByLetter ask={ask} page="retrait" codePath="/api/retrait/code" secret={secret} words={words}>
      {(tokens, otherWay) => <Withdraw key={tokens[0]} ask={ask} tokens={tokens} otherWay={otherWay} />}
    </ByLetter>
  );
}

interface WithdrawProps {
  readonly ask: Ask;
  readonly tokens: CandidateTokens;
  readonly otherWay: ComponentChildren;
}

function Withdraw({ ask, tokens, otherWay }: WithdrawProps) {
  const opening = useOpened(ask, 'OpenedWithdrawal', '/api/retrait/ouvrir', tokens);
  const { token, opened, refused, setRefused } = opening;
  const [done, setDone] = useState<Withdrawn | null>(null);
  const [busy, setBusy] = useState(false);

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
    const { open } = opening;
    return (
      <NotOpened refused={refused} title={words.title} words={words} onRetry={() => void open()} otherWay={otherWay} />
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
