/**
 * The visit of one's own entry, from what is published to the thanks: read, say that nothing changed or change, read again,
 * send. What is typed is never lost: it is kept on the device at each letter, and carried over when the entry moves on.
 */
import type { OpenedEntry } from '@trame/cms/domain/contract/associations/my-entry';
import { changedFields, entryScore } from '@trame/cms/domain/entry/difference';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import type { DraftBox } from '../service/drafts.ts';
import { shownPicture } from '../service/picture-field.tsx';
import { hasLostItsLink, isOver, ProblemScreen } from '../service/problem-screen.tsx';
import { Loading, Screen } from '../service/screen.tsx';
import { useOnOpen } from '../service/use-on-open.ts';
import type { EntryDoor } from './entry-door.ts';
import { FormScreen } from './form-screen.tsx';
import { HomeScreen } from './home-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { ThanksScreen } from './thanks-screen.tsx';
import { useEntryVisit } from './use-entry-visit.ts';
import { words } from './words.ts';

interface Props {
  readonly door: EntryDoor;
  /** Where unsent changes of this association are kept. */
  readonly draftsOf: (association: string) => DraftBox;
  /** Leads back to where the visit was entered from, for who has somewhere to go. */
  readonly onLeave?: () => void;
  /** Another way in, for who came by a link that opens nothing. */
  readonly otherWay?: ComponentChildren;
}

export function EntryVisit({ door, draftsOf, onLeave, otherWay }: Props) {
  const [opened, setOpened] = useState<OpenedEntry | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function open() {
    const answer = await door.open();
    setProblem(answer.ok ? null : answer);
    if (answer.ok) setOpened(answer.value);
  }
  useOnOpen(() => void open());

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
  return (
    <ProblemScreen code={problem.code} message={problem.message} onRetry={retry}>
      {hasLostItsLink(problem.code) && otherWay}
      {isOver(problem.code) && (
        <p>
          <a class="button" href="/connexion/">
            {words.signIn}
          </a>
        </p>
      )}
    </ProblemScreen>
  );
}

interface OpenProps {
  readonly door: EntryDoor;
  readonly first: OpenedEntry;
  readonly drafts: DraftBox;
  readonly onLeave: (() => void) | undefined;
}

function OpenVisit({ door, first, drafts, onLeave }: OpenProps) {
  const visit = useEntryVisit(door, first, drafts);
  const { opened, checked, received, trouble, busy, go } = visit;

  if (visit.screen === 'thanks' && received) {
    const score = checked && received.received.kind === 'modification' ? entryScore(checked) : opened.score;
    return <ThanksScreen received={received} score={score} onImprove={() => go('form')} onLeave={onLeave} />;
  }
  if (visit.screen === 'form') {
    return (
      <FormScreen
        opened={opened}
        base={visit.base}
        entry={visit.entry}
        onEntry={visit.type}
        faults={visit.faults}
        onFaults={visit.setFaults}
        kept={visit.isKept}
        trouble={trouble}
        logo={{
          presentUrl: opened.logoUrl,
          send: door.sendLogo,
          preview: visit.picture,
          onPreview: visit.showPicture,
        }}
        onChecked={visit.review}
        onBack={() => go('home')}
      />
    );
  }
  if (visit.screen === 'review' && checked) {
    const { answered } = opened;
    return (
      <ReviewScreen
        before={opened.entry}
        after={checked}
        pictures={{ before: opened.logoUrl, after: shownPicture(checked.logo, opened.logoUrl, visit.picture) }}
        choices={opened.choices}
        withdrawals={opened.withdrawals}
        waiting={answered?.kind === 'modification' && answered.state === 'à relire' ? answered : null}
        trouble={trouble}
        busy={busy}
        onSend={() => void visit.send(changedFields(opened.entry, checked).length > 0 ? checked : null)}
        onBack={() => history.back()}
      />
    );
  }
  return (
    <HomeScreen
      opened={opened}
      door={door}
      draft={visit.draft}
      trouble={trouble}
      busy={busy}
      onResume={visit.resume}
      onErase={visit.erase}
      onUnchanged={() => void visit.send(null)}
      onChange={visit.change}
      onLeave={onLeave}
    />
  );
}
