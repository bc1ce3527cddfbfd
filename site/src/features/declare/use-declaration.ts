/** What the declaration of a new association holds, and the acts on it. What it shows is `declare.tsx`. */
import type { LookAlikes, Received } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { LegalForm } from '@trame/cms/domain/vocabulary/legal-forms';
import { useState } from 'preact/hooks';
import type { Ask, Refused } from '../service/client.ts';
import type { Draft, DraftBox } from '../service/drafts.ts';
import { useLeavingGuard } from '../service/use-leaving-guard.ts';
import { useScreens } from '../service/use-screens.ts';

/** Fields that only the first screen has. */
const FIRST_FIELDS: readonly string[] = ['rnaId', 'legalForm'];

type ScreenName = 'first' | 'alike' | 'form' | 'review' | 'thanks';

/** @param drafts where what was typed and not sent is kept */
export function useDeclaration(ask: Ask, drafts: DraftBox) {
  const [shownAt] = useState(() => Date.now());
  const [screen, go] = useScreens<ScreenName>('first');
  const [entry, setEntry] = useState<EntryForm>(emptyEntry);
  const [rnaId, setRnaId] = useState('');
  const [legalForm, setLegalForm] = useState<LegalForm | null>(null);
  const [draft, setDraft] = useState<Draft | null>(() => drafts.read());
  const [kept, setKept] = useState(true);
  const [alike, setAlike] = useState<LookAlikes['found']>([]);
  /** The name that was looked for: another one asks again. */
  const [known, setKnown] = useState<string | null>(null);
  const [checked, setChecked] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  /** Of the first screen, where name, number and legal form are asked. */
  const [firstFaults, setFirstFaults] = useState<readonly EntryFault[]>([]);
  const [addressFault, setAddressFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [received, setReceived] = useState<Received | null>(null);
  useLeavingGuard(received === null && entry.name !== '');

  /** Keeps all that was typed: the entry, and what is asked beside it. */
  function keep(said: Pick<Draft, 'entry' | 'rnaId' | 'legalForm'>) {
    setDraft(null);
    setKept(drafts.write({ ...said, base: emptyEntry(), version: '', at: new Date().toISOString() }));
  }

  function type(next: EntryForm) {
    setEntry(next);
    keep({ entry: next, rnaId, legalForm });
  }

  function typeRnaId(next: string) {
    setRnaId(next);
    keep({ entry, rnaId: next, legalForm });
  }

  function chooseLegalForm(next: LegalForm | null) {
    setLegalForm(next);
    keep({ entry, rnaId, legalForm: next });
  }

  /** Associations that look like this one; null when the question found no answer. */
  async function lookAround(name: string, commune: string | null): Promise<LookAlikes['found'] | null> {
    setBusy(true);
    setRefused(null);
    const answer = await ask('LookAlikes', '/api/declarer/ressemblances', {
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
    setAddressFault(null);
    const answer = await ask('Received', '/api/declarer', {
      body: {
        entry: checked,
        rnaId,
        legalForm,
        senderEmail,
        knowsLookAlikes: found.length > 0,
        seconds: (Date.now() - shownAt) / 1000,
        website2,
      },
    });
    setBusy(false);
    if (!answer.ok) {
      // Each fault is told on the screen where its field is.
      const ofFirst = answer.faults.filter(({ path }) => FIRST_FIELDS.includes(path));
      const ofAddress = answer.faults.find(({ path }) => path === 'senderEmail');
      const ofEntry = answer.faults.filter((fault) => fault !== ofAddress && !ofFirst.includes(fault));
      setFirstFaults(ofFirst);
      setAddressFault(ofAddress?.message ?? null);
      setFaults(ofEntry);
      if (ofFirst.length > 0) return go('first', 'replace');
      if (ofEntry.length > 0) return go('form', 'replace');
      return ofAddress ? undefined : setRefused(answer);
    }
    drafts.erase();
    setReceived(answer.value);
    go('thanks', 'replace');
  }

  function resume(from: Draft) {
    setEntry({ ...emptyEntry(), ...from.entry });
    setRnaId(from.rnaId ?? '');
    setLegalForm(from.legalForm ?? null);
    setDraft(null);
    setKnown(null);
    go('form');
  }

  function erase() {
    drafts.erase();
    setDraft(null);
  }

  /** The form without a fault: what would be sent, and how it is shown. */
  function review(tidy: EntryForm, shown: EntryForm) {
    setEntry(shown);
    setChecked(tidy);
    go('review');
  }

  return {
    screen,
    go,
    entry,
    rnaId,
    setRnaId: typeRnaId,
    legalForm,
    setLegalForm: chooseLegalForm,
    draft,
    /** Whether the device keeps what is typed. */
    isKept: kept,
    alike,
    checked,
    faults,
    setFaults,
    firstFaults,
    setFirstFaults,
    addressFault,
    refused,
    busy,
    received,
    type,
    begin,
    send,
    resume,
    erase,
    review,
  };
}
