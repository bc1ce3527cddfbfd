/** The space: one's associations, what became of what was sent, and the ways to propose more. Every write waits for the office. */
import type { EntryChoices, Received, ReceivedLogo, OpenedEntry, Space } from '@trame/cms/domain/contract/my-entry';
import { useEffect, useState } from 'preact/hooks';
import type { Refused } from '../cms-api/client.ts';
import { Loading, Screen } from '../cms-api/screen.tsx';
import { useScreens } from '../cms-api/use-screens.ts';
import { draftBox } from '../entry-form/drafts.ts';
import type { EntryDoor } from '../my-entry/entry-door.ts';
import { EntryVisit } from '../my-entry/entry-visit.tsx';
import { ProblemScreen } from '../my-entry/problem-screen.tsx';
import { EventScreen } from './event-screen.tsx';
import { GuideScreen } from './guide-screen.tsx';
import type { SessionClient } from './session.ts';
import { SpaceScreen } from './space-screen.tsx';
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
    open: () => session.ask<OpenedEntry>(`${at}/ouvrir`, { body: {} }),
    picture: () => session.askPicture(`${at}/apercu`, { body: {} }),
    confirm: (version) => session.ask<Received>(`${at}/confirmer`, { body: { version } }),
    propose: (version, entry) => session.ask<Received>(`${at}/proposer`, { body: { version, entry } }),
    sendLogo(file) {
      const body = new FormData();
      body.set('file', file);
      return session.ask<ReceivedLogo>(`${at}/logo`, { body });
    },
  };
}

export function SpaceApp({ session, communes, signIn }: Props) {
  const [space, setSpace] = useState<Space | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  /** The entry of this association is open: its visit has screens of its own. */
  const [visited, setVisited] = useState<string | null>(null);
  const [screen, go] = useScreens<ScreenName>('space');

  async function load() {
    setProblem(null);
    const answer = await session.ask<Space>('/api/espace', { method: 'GET' });
    if (answer.ok) setSpace(answer.value);
    else if (answer.code === 'forbidden') signIn();
    else setProblem(answer);
  }
  useEffect(() => void load(), []);

  if (!space) {
    return problem ? (
      <ProblemScreen code={problem.code} message={problem.message} onRetry={() => void load()} />
    ) : (
      <Screen title={words.space.title}>
        <Loading />
      </Screen>
    );
  }
  if (visited !== null) {
    return (
      <EntryVisit
        key={visited}
        door={doorOfAccount(visited, session)}
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
  if (chosen !== null && screen === 'event') {
    return (
      <EventScreen
        session={session}
        association={chosen}
        communes={communes}
        onSent={() => go('sent', 'replace')}
        onBack={back}
      />
    );
  }
  if (chosen !== null && screen === 'guide') {
    return <GuideScreen session={session} association={chosen} onSent={() => go('sent', 'replace')} onBack={back} />;
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
    <SpaceScreen
      space={space}
      onSpace={setSpace}
      session={session}
      onEntry={setVisited}
      onPropose={(kind, association) => {
        setChosen(association);
        go(kind);
      }}
      onSignedOut={signIn}
    />
  );
}
