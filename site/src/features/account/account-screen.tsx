import type { Space } from '@trame/cms/domain/contract/associations/my-entry';
import { formatDay } from '@trame/cms/domain/dates';
import { useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import { Notice, Screen } from '../service/screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { AnswerRow, type AskedTwice } from './answer-row.tsx';
import { ManagersField } from './managers-field.tsx';
import type { SessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly space: Space;
  readonly onSpace: (space: Space) => void;
  readonly session: SessionClient;
  readonly onEntry: (association: string) => void;
  /** @param corrects id of the own answer that is corrected; none for something new */
  readonly onPropose: (kind: 'event' | 'guide', association: string, corrects?: string) => void;
  readonly onSignedOut: () => void;
}

export function AccountScreen({ space, onSpace, session, onEntry, onPropose, onSignedOut }: Props) {
  const [refused, setRefused] = useState<Refused | null>(null);
  /** What was done with an answer. */
  const [said, setSaid] = useState('');
  const focusAfter = useFocusAfter();

  async function signOut() {
    const answer = await session.close();
    if (answer.ok || answer.code === 'forbidden') onSignedOut();
    else setRefused(answer);
  }

  async function actOn(answer: Space['answers'][number], act: AskedTwice): Promise<Refused | null> {
    const at = `/api/espace/associations/${encodeURIComponent(answer.association ?? '')}`;
    const body = { answer: answer.id };
    const done = await (act === 'withdraw'
      ? session.ask('Space', `${at}/reprendre`, { body })
      : session.ask('Received', `${at}/evenement/annuler`, { body }));
    if (!done.ok) return done;
    setSaid(words.space.acts[act].done);
    focusAfter('envois-etat');
    const read = await session.ask('Space', '/api/espace', { method: 'GET' });
    if (read.ok) onSpace(read.value);
    return null;
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
        <Refusal refused={refused} title={words.space.failed} />
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
          <p id="envois-etat" class="field-help" role="status" tabIndex={-1}>
            {said}
          </p>
          {space.answers.length === 0 ? (
            <p class="soft">{words.space.noAnswers}</p>
          ) : (
            <ul class="answers">
              {space.answers.map((answer) => (
                <AnswerRow
                  key={answer.id}
                  answer={answer}
                  onCorrect={() => answer.association !== null && onPropose('event', answer.association, answer.id)}
                  onAct={(act) => actOn(answer, act)}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Screen>
  );
}
