/**
 * The visit of one's own entry, from what is published to the thanks: read, say that nothing changed or change, read again,
 * send. What is typed is never lost: it is kept on the device at each letter, and carried over when the entry moves on.
 */
import type { OpenedEntry, Received } from '@trame/cms/domain/contract/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { changedFields, entryScore, mergeEntry } from '@trame/cms/domain/entry/difference';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Refused } from '../cms-api/client.ts';
import { Loading, Screen } from '../cms-api/screen.tsx';
import type { Draft, DraftBox } from '../entry-form/drafts.ts';
import { shownEntry } from '../entry-form/shown-entry.ts';
import type { EntryDoor } from './entry-door.ts';
import { FormScreen } from './form-screen.tsx';
import { HomeScreen } from './home-screen.tsx';
import { ProblemScreen } from './problem-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { takenUp } from './taken-up.ts';
import { ThanksScreen } from './thanks-screen.tsx';
import type { Trouble } from './trouble-notice.tsx';
import { useScreens } from '../cms-api/use-screens.ts';
import { useLeavingGuard } from '../cms-api/use-leaving-guard.ts';
import { words } from './words.ts';

type ScreenName = 'home' | 'form' | 'review' | 'thanks';

interface Props {
  readonly door: EntryDoor;
  /** Where unsent changes of this association are kept. */
  readonly draftsOf: (association: string) => DraftBox;
  /** Leads back to where the visit was entered from, for who has somewhere to go. */
  readonly onLeave?: () => void;
}

export function EntryVisit({ door, draftsOf, onLeave }: Props) {
  const [opened, setOpened] = useState<OpenedEntry | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function open() {
    const answer = await door.open();
    setProblem(answer.ok ? null : answer);
    if (answer.ok) setOpened(answer.value);
  }
  useEffect(() => void open(), []);

  if (opened)
    return <OpenVisit door={door} first={opened} drafts={draftsOf(opened.association.id)} onLeave={onLeave} />;
  if (!problem) {
    return (
      <Screen title={words.loadingTitle}>
        <Loading />
      </Screen>
    );
  }
  const retry = () => {
    setProblem(null);
    void open();
  };
  return <ProblemScreen code={problem.code} message={problem.message} onRetry={retry} />;
}

interface OpenProps {
  readonly door: EntryDoor;
  readonly first: OpenedEntry;
  readonly drafts: DraftBox;
  readonly onLeave: (() => void) | undefined;
}

function OpenVisit({ door, first, drafts, onLeave }: OpenProps) {
  const [opened, setOpened] = useState(first);
  const base = useMemo(() => shownEntry(opened.entry), [opened]);
  const [entry, setEntry] = useState(base);
  const [checked, setChecked] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  const [draft, setDraft] = useState<Draft | null>(() => drafts.read());
  const [kept, setKept] = useState(true);
  const [received, setReceived] = useState<Received | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [screen, go] = useScreens<ScreenName>('home');
  const dirty = received === null && changedFields(base, entry).length > 0;
  useLeavingGuard(dirty);

  function type(next: EntryForm) {
    setEntry(next);
    setReceived(null);
    setDraft(null);
    setKept(drafts.write({ entry: next, base: opened.entry, version: opened.version, at: new Date().toISOString() }));
  }

  function resume(from: Pick<Draft, 'entry' | 'base'>) {
    const { entry: next, conflicts, moved } = takenUp(from.entry, from.base, opened.entry);
    setEntry(next);
    setDraft(null);
    setTrouble(moved ? { kind: 'moved', conflicts } : null);
    go('form');
  }

  /** The entry moved on while it was read or changed: it is read anew, and what was typed is carried over. */
  async function followTheEntry(): Promise<void> {
    const answer = await door.open();
    if (!answer.ok) return setTrouble({ kind: 'refused', refused: answer });
    const { entry: next, conflicts } = takenUp(entry, opened.entry, answer.value.entry);
    setOpened(answer.value);
    setEntry(next);
    if (checked) setChecked(mergeEntry(opened.entry, checked, answer.value.entry).entry);
    drafts.write({
      entry: next,
      base: answer.value.entry,
      version: answer.value.version,
      at: new Date().toISOString(),
    });
    setTrouble({ kind: 'moved', conflicts });
  }

  async function send(proposed: EntryForm | null) {
    setBusy(true);
    setTrouble(null);
    const answer = await (proposed ? door.propose(opened.version, proposed) : door.confirm(opened.version));
    if (answer.ok) {
      drafts.erase();
      setReceived(answer.value);
      // What waits now is what was just sent; a confirmation leaves nothing of one's own to wait.
      setOpened({
        ...opened,
        answered: answer.value.received,
        sent: proposed ? { entry: proposed, base: opened.entry } : null,
      });
      if (!proposed) setEntry(base);
      go('thanks');
    } else if (answer.code === 'conflict') {
      await followTheEntry();
      if (!proposed) go('home', 'replace');
    } else if (answer.code === 'invalid' && answer.faults.length > 0) {
      setFaults(answer.faults);
      go('form', 'replace');
    } else {
      setTrouble({ kind: 'refused', refused: answer });
    }
    setBusy(false);
  }

  if (screen === 'thanks' && received) {
    const score = checked && received.received.kind === 'modification' ? entryScore(checked) : opened.score;
    return <ThanksScreen received={received} score={score} onImprove={() => go('form')} onLeave={onLeave} />;
  }
  if (screen === 'form') {
    return (
      <FormScreen
        opened={opened}
        base={base}
        entry={entry}
        onEntry={type}
        faults={faults}
        onFaults={setFaults}
        kept={kept}
        trouble={trouble}
        sendLogo={door.sendLogo}
        onChecked={(tidy, shown) => {
          setEntry(shown);
          setChecked(tidy);
          setTrouble(null);
          go('review');
        }}
        onBack={() => go('home')}
      />
    );
  }
  if (screen === 'review' && checked) {
    return (
      <ReviewScreen
        before={opened.entry}
        after={checked}
        choices={opened.choices}
        waiting={
          opened.answered?.kind === 'modification' && opened.answered.state === 'à relire' ? opened.answered : null
        }
        trouble={trouble}
        busy={busy}
        onSend={() => void send(changedFields(opened.entry, checked).length > 0 ? checked : null)}
        onBack={() => history.back()}
      />
    );
  }
  return (
    <HomeScreen
      opened={opened}
      picture={door.picture}
      draft={
        draft ?? (dirty ? { entry, base: opened.entry, version: opened.version, at: new Date().toISOString() } : null)
      }
      trouble={trouble}
      busy={busy}
      onResume={resume}
      onErase={() => {
        drafts.erase();
        setDraft(null);
        setEntry(base);
      }}
      onUnchanged={() => void send(null)}
      onChange={() => {
        // A new answer replaces the one that was sent: changing goes on from that one.
        if (opened.sent && received === null && !dirty)
          return resume({ ...opened.sent, entry: shownEntry(opened.sent.entry) });
        setTrouble(null);
        go('form');
      }}
      onLeave={onLeave}
    />
  );
}
