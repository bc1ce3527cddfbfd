/** The space: one's associations, what became of what was sent, and the ways to propose more. Every write waits for the office. */
import type { EntryChoices, Space } from '@trame/cms/domain/contract/associations/my-entry';
import { useMemo, useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import { Loading, Screen } from '../service/screen.tsx';
import { useOnOpen } from '../service/use-on-open.ts';
import { useScreens } from '../service/use-screens.ts';
import { draftBox } from '../service/drafts.ts';
import type { EntryDoor } from '../my-entry/entry-door.ts';
import type * as EntryModule from '../my-entry/entry-visit.tsx';
import { ProblemScreen } from '../service/problem-screen.tsx';
import type * as EventModule from './event-screen.tsx';
import { GuideScreen } from './guide-screen.tsx';
import type { SessionClient } from './session.ts';
import { AccountScreen } from './account-screen.tsx';
import { words } from './words.ts';

type ScreenName = 'space' | 'event' | 'guide' | 'sent';

interface Props {
  readonly session: SessionClient;
  readonly communes: EntryChoices['communes'];
  /** Leads to the sign-in: there is no session, or no more. */
  readonly signIn: () => void;
}

/** An association of an account is reached by its id; who may reach it is the CMS's to say. */
function doorOfAccount(id: string, session: SessionClient): EntryDoor {
  const at = `/api/espace/associations/${encodeURIComponent(id)}`;
  return {
    open: () => session.ask('OpenedEntry', `${at}/ouvrir`, { body: {} }),
    picture: () => session.askPicture(`${at}/apercu`, { body: {} }),
    confirm: (version) => session.ask('Received', `${at}/confirmer`, { body: { version } }),
    propose: (version, entry) => session.ask('Received', `${at}/proposer`, { body: { version, entry } }),
    decide: ({ act, ...body }) => session.ask('ForNow', `${at}/${act}`, { body }),
    sendLogo(file) {
      const body = new FormData();
      body.set('file', file);
      return session.ask('ReceivedLogo', `${at}/logo`, { body });
    },
  };
}

export function AccountApp({ session, communes, signIn }: Props) {
  const [space, setSpace] = useState<Space | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  /** What is proposed about: an association, and the own answer that is corrected, if any. */
  const [chosen, setChosen] = useState<{ association: string; corrects: string | null } | null>(null);
  /** The entry of this association is open: its visit has screens of its own. */
  const [visited, setVisited] = useState<string | null>(null);
  const [screen, go] = useScreens<ScreenName>('space');
  const door = useMemo(() => (visited === null ? null : doorOfAccount(visited, session)), [visited, session]);

  async function load() {
    setProblem(null);
    const answer = await session.ask('Space', '/api/espace', { method: 'GET' });
    if (answer.ok) setSpace(answer.value);
    else if (answer.code === 'forbidden') signIn();
    else setProblem(answer);
  }
  useOnOpen(() => void load());
  // Fetched now, so that a network that is lost later does not keep anybody from writing; not with the page, which is heavy enough.
  const [eventModule, setEventModule] = useState<typeof EventModule | 'absent' | null>(null);
  const loadEventForm = () => void import('./event-screen.tsx').then(setEventModule, () => setEventModule('absent'));
  useOnOpen(loadEventForm);
  const [entryModule, setEntryModule] = useState<typeof EntryModule | 'absent' | null>(null);
  const loadEntryVisit = () =>
    void import('../my-entry/entry-visit.tsx').then(setEntryModule, () => setEntryModule('absent'));
  useOnOpen(loadEntryVisit);

  if (!space) {
    return problem ? (
      <ProblemScreen code={problem.code} message={problem.message} onRetry={() => void load()} />
    ) : (
      <Screen title={words.space.title}>
        <Loading />
      </Screen>
    );
  }
  if (door) {
    if (entryModule === 'absent') return <ProblemScreen code="network" message="" onRetry={loadEntryVisit} />;
    if (entryModule === null) {
      return (
        <Screen title={words.space.title}>
          <Loading />
        </Screen>
      );
    }
    return (
      <entryModule.EntryVisit
        key={visited}
        door={door}
        draftsOf={(association) => draftBox(`espace:${association}`)}
        onLeave={() => {
          setVisited(null);
          history.replaceState({ screen: 'space' }, '');
          void load();
        }}
      />
    );
  }
  const back = () => {
    go('space', 'replace');
    void load();
  };
  const proposedFor = space.associations.find(({ id }) => id === chosen?.association);
  if (chosen && proposedFor && screen === 'event') {
    if (eventModule === 'absent') return <ProblemScreen code="network" message="" onRetry={loadEventForm} />;
    if (eventModule === null) {
      return (
        <Screen title={words.event.title}>
          <Loading />
        </Screen>
      );
    }
    return (
      <eventModule.EventScreen
        key={chosen.corrects}
        session={session}
        association={proposedFor}
        communes={communes}
        corrects={chosen.corrects}
        onSent={() => go('sent', 'replace')}
        onBack={back}
      />
    );
  }
  if (chosen && screen === 'guide') {
    return (
      <GuideScreen
        session={session}
        association={chosen.association}
        onSent={() => go('sent', 'replace')}
        onBack={back}
      />
    );
  }
  if (screen === 'sent') {
    return (
      <Screen key="sent" title={words.sent.title} lead={words.sent.lead}>
        <p>
          <button class="button" type="button" onClick={back}>
            {words.sent.back}
          </button>
        </p>
      </Screen>
    );
  }
  return (
    <AccountScreen
      space={space}
      onSpace={setSpace}
      session={session}
      onEntry={setVisited}
      onPropose={(kind, association, corrects) => {
        setChosen({ association, corrects: corrects ?? null });
        go(kind);
      }}
      onSignedOut={signIn}
    />
  );
}
