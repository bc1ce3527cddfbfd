/**
 * What a visit of one's own entry holds, and the acts on it: typing, taking up what was typed before, sending, following an
 * entry that moved on meanwhile. What it shows is `entry-visit.tsx`.
 */
import type { OpenedEntry, Received } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { changedFields, mergeEntry } from '@trame/cms/domain/entry/difference';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useMemo, useRef, useState } from 'preact/hooks';
import { shownEntry } from '../entry-form/shown-entry.ts';
import type { Draft, DraftBox } from '../service/drafts.ts';
import { useLeavingGuard } from '../service/use-leaving-guard.ts';
import { useScreens } from '../service/use-screens.ts';
import type { EntryDoor } from './entry-door.ts';
import { takenUp } from './taken-up.ts';
import type { Trouble } from './trouble-notice.tsx';

type ScreenName = 'home' | 'form' | 'review' | 'thanks';

/**
 * @param first the entry as the link opened it
 * @param drafts where unsent changes of this association are kept
 */
export function useEntryVisit(door: EntryDoor, first: OpenedEntry, drafts: DraftBox) {
  const [opened, setOpened] = useState(first);
  const base = useMemo(() => shownEntry(opened.entry), [opened]);
  const [entry, setEntry] = useState(base);
  /** What a new logo looks like. */
  const [picture, setPicture] = useState<string | null>(null);
  /** The same at once: the field of the logo gives its picture and its form in one step. */
  const latestPicture = useRef<string | null>(null);
  const [checked, setChecked] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  const [kept, setKept] = useState<Draft | null>(() => drafts.read());
  const [isKept, setIsKept] = useState(true);
  const [received, setReceived] = useState<Received | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [screen, go] = useScreens<ScreenName>('home');
  const dirty = received === null && changedFields(base, entry).length > 0;
  useLeavingGuard(dirty);

  function showPicture(shown: string | null) {
    latestPicture.current = shown;
    setPicture(shown);
  }

  const draftOf = (next: EntryForm, of: OpenedEntry = opened, shown: string | null = picture): Draft => ({
    entry: next,
    base: of.entry,
    version: of.version,
    picture: next.logo.choice === 'new' ? shown : null,
    at: new Date().toISOString(),
  });

  /** A device without room for the picture still keeps the words. */
  const keep = (draft: Draft): boolean => drafts.write(draft) || drafts.write({ ...draft, picture: null });

  function type(next: EntryForm) {
    setEntry(next);
    setReceived(null);
    setKept(null);
    setIsKept(keep(draftOf(next, opened, latestPicture.current)));
  }

  function resume(from: Pick<Draft, 'entry' | 'base' | 'picture'>) {
    const { entry: next, conflicts, moved } = takenUp(from.entry, from.base, opened.entry);
    setEntry(next);
    showPicture(from.picture ?? null);
    setKept(null);
    setTrouble(moved ? { kind: 'moved', conflicts } : null);
    go('form');
  }

  /** A new answer replaces the one that was sent: changing goes on from that one. */
  function change() {
    if (opened.sent && received === null && !dirty)
      return resume({ ...opened.sent, entry: shownEntry(opened.sent.entry) });
    setTrouble(null);
    go('form');
  }

  function erase() {
    drafts.erase();
    setKept(null);
    setEntry(base);
  }

  /** The form without a fault: what would be sent, and how it is shown. */
  function review(tidy: EntryForm, shown: EntryForm) {
    setEntry(shown);
    setChecked(tidy);
    setTrouble(null);
    go('review');
  }

  /** The entry moved on while it was read or changed: it is read anew, and what was typed is carried over. */
  async function followTheEntry(): Promise<void> {
    const answer = await door.open();
    if (!answer.ok) return setTrouble({ kind: 'refused', refused: answer });
    const { entry: next, conflicts } = takenUp(entry, opened.entry, answer.value.entry);
    setOpened(answer.value);
    setEntry(next);
    if (checked) setChecked(mergeEntry(opened.entry, checked, answer.value.entry).entry);
    keep(draftOf(next, answer.value));
    setTrouble({ kind: 'moved', conflicts });
  }

  function thank(answer: Received, proposed: EntryForm | null) {
    drafts.erase();
    setReceived(answer);
    // What waits now is what was just sent; a confirmation leaves nothing of one's own to wait.
    setOpened({
      ...opened,
      answered: answer.received,
      sent: proposed ? { entry: proposed, base: opened.entry, picture } : null,
    });
    if (!proposed) setEntry(base);
    go('thanks');
  }

  /** @param proposed null: nothing changed */
  async function send(proposed: EntryForm | null) {
    setBusy(true);
    setTrouble(null);
    const answer = await (proposed ? door.propose(opened.version, proposed) : door.confirm(opened.version));
    if (answer.ok) thank(answer.value, proposed);
    else if (answer.code === 'conflict') {
      await followTheEntry();
      if (!proposed) go('home', 'replace');
    } else if (answer.code === 'invalid' && answer.faults.length > 0) {
      setFaults(answer.faults);
      go('form', 'replace');
    } else setTrouble({ kind: 'refused', refused: answer });
    setBusy(false);
  }

  return {
    screen,
    go,
    opened,
    base,
    entry,
    picture,
    showPicture,
    checked,
    faults,
    setFaults,
    /** Unsent changes: of an earlier visit, else of this one. */
    draft: kept ?? (dirty ? draftOf(entry) : null),
    /** Whether the device keeps what is typed. */
    isKept,
    received,
    trouble,
    busy,
    type,
    resume,
    change,
    erase,
    review,
    send,
  };
}
