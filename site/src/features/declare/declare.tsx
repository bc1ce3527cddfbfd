/** A new association, step by step: is it listed already, its entry, a last look, thanks. No account, nothing published by itself. */
import type { EntryChoices, LookAlikes, Received } from '@trame/cms/domain/contract/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useRef, useState } from 'preact/hooks';
import type { Ask, Refused } from '../cms-api/client.ts';
import { Screen } from '../cms-api/screen.tsx';
import { useLeavingGuard } from '../cms-api/use-leaving-guard.ts';
import { useScreens } from '../cms-api/use-screens.ts';
import type { Draft, DraftBox } from '../entry-form/drafts.ts';
import { DescribeScreen } from './describe-screen.tsx';
import { FirstScreen } from './first-screen.tsx';
import { LookAlikesScreen } from './look-alikes-screen.tsx';
import { SendScreen } from './send-screen.tsx';
import { words } from './words.ts';

type ScreenName = 'first' | 'alike' | 'form' | 'review' | 'thanks';

interface Props {
  readonly ask: Ask;
  readonly choices: EntryChoices;
  readonly drafts: DraftBox;
}

export function Declare({ ask, choices, drafts }: Props) {
  const shownAt = useRef(Date.now());
  const [screen, go] = useScreens<ScreenName>('first');
  const [entry, setEntry] = useState<EntryForm>(emptyEntry);
  const [rnaId, setRnaId] = useState('');
  const [draft, setDraft] = useState<Draft | null>(() => drafts.read());
  const [kept, setKept] = useState(true);
  const [alike, setAlike] = useState<LookAlikes['found']>([]);
  /** The name that was looked for: another one asks again. */
  const [known, setKnown] = useState<string | null>(null);
  const [checked, setChecked] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [received, setReceived] = useState<Received | null>(null);
  useLeavingGuard(received === null && entry.name !== '');

  function type(next: EntryForm) {
    setEntry(next);
    setDraft(null);
    setKept(drafts.write({ entry: next, base: emptyEntry(), version: '', at: new Date().toISOString() }));
  }

  /** Associations that look like this one; null when the question found no answer. */
  async function lookAround(name: string, commune: string | null): Promise<LookAlikes['found'] | null> {
    setBusy(true);
    setRefused(null);
    const answer = await ask<LookAlikes>('/api/declarer/ressemblances', {
      body: { name: name.trim(), rnaId, commune },
    });
    setBusy(false);
    if (!answer.ok) {
      setRefused(answer);
      return null;
    }
    setKnown(name.trim());
    setAlike(answer.value.found);
    return answer.value.found;
  }

  async function begin() {
    const found = await lookAround(entry.name, entry.commune);
    if (found) go(found.length > 0 ? 'alike' : 'form');
  }

  async function send(senderEmail: string, website2: string) {
    if (!checked) return;
    // The name was changed since it was looked for, or the draft comes from another day.
    const found = checked.name === known ? alike : await lookAround(checked.name, checked.commune);
    if (found === null) return;
    if (checked.name !== known && found.length > 0) return go('alike');
    setBusy(true);
    setRefused(null);
    const answer = await ask<Received>('/api/declarer', {
      body: {
        entry: checked,
        rnaId,
        senderEmail,
        knowsLookAlikes: found.length > 0,
        seconds: (Date.now() - shownAt.current) / 1000,
        website2,
      },
    });
    setBusy(false);
    if (!answer.ok) {
      if (answer.faults.some(({ path }) => path !== 'senderEmail')) {
        setFaults(answer.faults);
        return go('form', 'replace');
      }
      return setRefused(answer);
    }
    drafts.erase();
    setReceived(answer.value);
    go('thanks', 'replace');
  }

  if (screen === 'thanks' && received) {
    return (
      <Screen title={words.thanks.title} lead={words.thanks.lead}>
        <div class="flow">
          {received.receiptTo !== null && <p>{words.thanks.receipt(received.receiptTo)}</p>}
          <p>
            <a class="button" href="/">
              {words.thanks.home}
            </a>
          </p>
        </div>
      </Screen>
    );
  }
  if (screen === 'alike') {
    return (
      <LookAlikesScreen found={alike} onNone={() => go(checked ? 'review' : 'form')} onBack={() => history.back()} />
    );
  }
  if (screen === 'form') {
    return (
      <DescribeScreen
        entry={entry}
        onEntry={type}
        choices={choices}
        faults={faults}
        onFaults={setFaults}
        kept={kept}
        onChecked={(tidy, shown) => {
          setEntry(shown);
          setChecked(tidy);
          go('review');
        }}
        onBack={() => history.back()}
      />
    );
  }
  if (screen === 'review' && checked) {
    return (
      <SendScreen
        entry={checked}
        choices={choices}
        refused={refused}
        busy={busy}
        onSend={(email, website2) => void send(email, website2)}
        onBack={() => history.back()}
      />
    );
  }
  return (
    <FirstScreen
      entry={entry}
      onEntry={type}
      rnaId={rnaId}
      onRnaId={setRnaId}
      choices={choices}
      draft={draft}
      onResume={(from) => {
        setEntry({ ...emptyEntry(), ...from.entry });
        setDraft(null);
        setKnown(null);
        go('form');
      }}
      onErase={() => {
        drafts.erase();
        setDraft(null);
      }}
      refused={refused}
      busy={busy}
      onNext={() => void begin()}
    />
  );
}
