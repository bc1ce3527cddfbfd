import type { Space } from '@trame/cms/domain/contract/my-entry';
import { dayOf, formatDay } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { submissionKinds } from '@trame/cms/domain/vocabulary/submission-kinds';
import { submissionStates } from '@trame/cms/domain/vocabulary/submission-states';
import { useState } from 'preact/hooks';
import type { Refused } from '../cms-api/client.ts';
import { Notice, Screen } from '../cms-api/screen.tsx';
import { ManagersField } from './managers-field.tsx';
import type { SessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly space: Space;
  readonly onSpace: (space: Space) => void;
  readonly session: SessionClient;
  readonly onEntry: (association: string) => void;
  readonly onPropose: (kind: 'event' | 'guide', association: string) => void;
  readonly onSignedOut: () => void;
}

export function SpaceScreen({ space, onSpace, session, onEntry, onPropose, onSignedOut }: Props) {
  const [refused, setRefused] = useState<Refused | null>(null);

  async function signOut() {
    const answer = await session.close();
    if (answer.ok || answer.code === 'forbidden') onSignedOut();
    else setRefused(answer);
  }

  return (
    <Screen title={words.space.title}>
      <div class="flow">
        <p class="actions">
          <span>{words.space.signedInAs(space.email)}</span>
          <button class="link-button" type="button" onClick={() => void signOut()}>
            {words.space.signOut}
          </button>
        </p>
        {refused && (
          <Notice alert title={words.space.failed}>
            <p>{refused.message}</p>
          </Notice>
        )}
        {space.associations.length === 0 && <Notice>{words.space.none}</Notice>}
        {space.associations.map((association) => (
          <section key={association.id} class="association flow" aria-labelledby={`association-${association.id}`}>
            <h2 id={`association-${association.id}`}>{association.name}</h2>
            <p class="soft">
              {association.verifiedOn === null
                ? words.space.neverVerified
                : words.space.verified(formatDay(association.verifiedOn))}
            </p>
            <div class="actions">
              <button class="button" type="button" onClick={() => onEntry(association.id)}>
                {words.space.entry}
              </button>
              <button class="button button--quiet" type="button" onClick={() => onPropose('event', association.id)}>
                {words.space.event}
              </button>
              <button class="button button--quiet" type="button" onClick={() => onPropose('guide', association.id)}>
                {words.space.guide}
              </button>
            </div>
            <ManagersField association={association} session={session} onSpace={onSpace} />
          </section>
        ))}
        <section class="association flow" aria-labelledby="envois">
          <h2 id="envois">{words.space.answers}</h2>
          {space.answers.length === 0 ? (
            <p class="soft">{words.space.noAnswers}</p>
          ) : (
            <ul class="answers">
              {space.answers.map((answer) => (
                <li key={answer.id}>
                  <p>
                    <strong>{answer.title}</strong>{' '}
                    <span class="badge">
                      {answer.state === 'à relire' ? words.space.waiting : submissionStates.label(answer.state)}
                    </span>
                  </p>
                  <p class="soft small">
                    {[
                      submissionKinds.label(answer.kind),
                      words.space.sentOn(formatDay(dayOf(answer.at))),
                      answer.decidedAt && words.space.decidedOn(formatDay(dayOf(answer.decidedAt))),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {answer.reason && <p>{typography(words.space.reason(answer.reason))}</p>}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Screen>
  );
}
