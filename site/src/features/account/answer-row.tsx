import { joinFacts } from '../../i18n/facts.ts';
import type { Space } from '@trame/cms/domain/contract/associations/my-entry';
import { dayOf, formatDay } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { submissionKinds } from '@trame/cms/domain/vocabulary/submission-kinds';
import { submissionStates } from '@trame/cms/domain/vocabulary/submission-states';
import { useState } from 'preact/hooks';
import type { Refused } from '../service/client.ts';
import { Refusal } from '../service/refusal.tsx';
import { serviceWords } from '../service/service-words.ts';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

type OwnAnswer = Space['answers'][number];
/** Acts that are asked for twice. */
export type AskedTwice = Exclude<OwnAnswer['acts'][number], 'correct'>;

interface Props {
  readonly answer: OwnAnswer;
  readonly onCorrect: () => void;
  /** @returns why it was not done; null when it was */
  readonly onAct: (act: AskedTwice) => Promise<Refused | null>;
}

/** One thing that was sent: what became of it, and what its sender may still do. */
export function AnswerRow({ answer, onCorrect, onAct }: Props) {
  const [asked, setAsked] = useState<AskedTwice | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const focusAfter = useFocusAfter();
  const yes = `oui-${answer.id}`;
  const acts = answer.acts.filter((act) => act !== 'correct');

  async function act(wanted: AskedTwice) {
    setBusy(true);
    setRefused(null);
    const problem = await onAct(wanted);
    setBusy(false);
    setRefused(problem);
    if (problem === null) setAsked(null);
  }

  return (
    <li>
      <p>
        <strong>{answer.title}</strong>{' '}
        <span class="badge">
          {answer.state === 'à relire' ? words.space.waiting : submissionStates.label(answer.state)}
        </span>
      </p>
      <p class="soft small">
        {joinFacts([
          answer.cancels ? words.space.cancellation : submissionKinds.label(answer.kind),
          words.space.sentOn(formatDay(dayOf(answer.at))),
          answer.decidedAt && words.space.decidedOn(formatDay(dayOf(answer.decidedAt))),
        ])}
      </p>
      {answer.reason && <p>{typography(words.space.reason(answer.reason))}</p>}
      {asked ? (
        <div class="flow">
          <p>{words.space.acts[asked].sure}</p>
          <Refusal refused={refused} />
          <p class="actions">
            <button id={yes} class="button button--quiet" type="button" disabled={busy} onClick={() => void act(asked)}>
              {busy ? serviceWords.sending : words.space.acts[asked].yes}
            </button>
            <button class="link-button" type="button" onClick={() => setAsked(null)}>
              {words.space.no}
            </button>
          </p>
        </div>
      ) : (
        answer.acts.length > 0 && (
          <p class="actions">
            {answer.acts.includes('correct') && (
              <button class="link-button" type="button" onClick={onCorrect}>
                {words.space.correct}
                <span class="visually-hidden">{words.space.correctOf(answer.title)}</span>
              </button>
            )}
            {acts.map((one) => (
              <button
                key={one}
                class="link-button"
                type="button"
                onClick={() => {
                  setRefused(null);
                  setAsked(one);
                  focusAfter(yes);
                }}
              >
                {words.space.acts[one].label}
                <span class="visually-hidden">{words.space.correctOf(answer.title)}</span>
              </button>
            ))}
          </p>
        )
      )}
    </li>
  );
}
