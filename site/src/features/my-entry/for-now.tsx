/** What an association says for a time, and whether it may be written to: it decides both here, without waiting for the office. */
import type { ChosenNotice, ForNow } from '@trame/cms/domain/contract/associations/my-entry';
import { dayOf } from '@trame/cms/domain/dates';
import { holdsOn, noticeInWords } from '@trame/cms/domain/notice';
import { NOTICE_NOTE_LENGTH } from '@trame/cms/domain/notice-length';
import { noticeKinds, type NoticeKind } from '@trame/cms/domain/vocabulary/notice-kinds';
import { useState } from 'preact/hooks';
import type { Answer, Refused } from '../service/client.ts';
import { Faults, TextField } from '../service/fields.tsx';
import { Refusal } from '../service/refusal.tsx';
import { serviceWords } from '../service/service-words.ts';
import type { EntryDoor } from './entry-door.ts';
import { usualEnd } from './usual-end.ts';
import { words } from './for-now-words.ts';

interface Props {
  readonly door: EntryDoor;
  readonly first: ForNow;
}

const today = (): string => dayOf(new Date());

export function ForNowSection({ door, first }: Props) {
  const [state, setState] = useState(first);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState('');

  async function act(ask: () => Promise<Answer<ForNow>>, said: string): Promise<void> {
    setBusy(true);
    setRefused(null);
    setDone('');
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    setState(answer.value);
    setDone(said);
  }

  const shown = state.notice !== null && holdsOn(state.notice, today()) ? state.notice : null;
  return (
    <section class="flow" aria-labelledby="pour-le-moment">
      <h2 id="pour-le-moment">{words.title}</h2>
      <p class="soft small">{words.lead}</p>
      <p role="status">{done}</p>
      {refused && <Refusal refused={refused} title={words.failed} />}
      {shown ? (
        <div class="flow">
          <p>
            <strong>{noticeInWords(shown)}</strong>
          </p>
          <button
            class="button button--quiet"
            type="button"
            disabled={busy}
            onClick={() => void act(() => door.decide({ act: 'avis', notice: null }), words.takenOff)}
          >
            {words.takeOff}
          </button>
        </div>
      ) : (
        <NoticeForm
          busy={busy}
          refused={refused}
          onSend={(notice) => void act(() => door.decide({ act: 'avis', notice }), words.shown)}
        />
      )}
      <Messages
        state={state}
        busy={busy}
        onChange={(takes, said) => void act(() => door.decide({ act: 'messages', takesMessages: takes }), said)}
      />
    </section>
  );
}

interface MessagesProps {
  readonly state: ForNow;
  readonly busy: boolean;
  readonly onChange: (takesMessages: boolean, said: string) => void;
}

function Messages({ state: { takesMessages, messagesTo }, busy, onChange }: MessagesProps) {
  const said = words.messages;
  const meaning =
    messagesTo === null ? said.noAddress : takesMessages ? said.open(messagesTo) : said.closed(messagesTo);
  return (
    <div class="flow">
      <p>{meaning}</p>
      {(messagesTo !== null || takesMessages) && (
        <button
          class="button button--quiet"
          type="button"
          disabled={busy}
          onClick={() => onChange(!takesMessages, takesMessages ? said.nowClosed : said.nowOpen)}
        >
          {takesMessages ? said.close : said.accept}
        </button>
      )}
    </div>
  );
}

interface FormProps {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly onSend: (notice: ChosenNotice) => void;
}

/** One press chooses what is announced, with the day on which it usually ends; the other one puts it up. */
function NoticeForm({ busy, refused, onSend }: FormProps) {
  const [kind, setKind] = useState<NoticeKind | null>(null);
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const faults = new Map((refused?.faults ?? []).map(({ path, message }) => [path, message]));

  function choose(next: NoticeKind) {
    setUntil(usualEnd(next, today()));
    setKind(kind === next ? null : next);
  }

  return (
    <Faults.Provider value={faults}>
      <div class="actions" role="group" aria-label={words.choose}>
        {noticeKinds.terms.map(({ value, label }) => (
          <button
            key={value}
            class={kind === value ? 'button' : 'button button--quiet'}
            type="button"
            aria-pressed={kind === value}
            onClick={() => choose(value)}
          >
            {label}
          </button>
        ))}
      </div>
      {kind && (
        <form
          class="flow"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSend({ kind, until, note });
          }}
        >
          <TextField
            path="until"
            type="date"
            label={words.until}
            help={words.untilHelp}
            value={until}
            maxLength={40}
            size="short"
            onValue={setUntil}
          />
          <TextField
            path="note"
            label={words.note}
            help={words.noteHelp}
            optional={kind !== 'autre'}
            value={note}
            maxLength={NOTICE_NOTE_LENGTH}
            onValue={setNote}
          />
          <p>
            <button class="button" type="submit" disabled={busy}>
              {busy ? serviceWords.sending : words.show}
            </button>
          </p>
        </form>
      )}
    </Faults.Provider>
  );
}
