import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { Refused } from '../service/client.ts';
import { Refusal } from '../service/refusal.tsx';
import { Notice, Screen } from '../service/screen.tsx';
import { formatMoment } from '@trame/cms/domain/moments';
import { serviceWords } from '../service/service-words.ts';
import { useLeavingGuard } from '../service/use-leaving-guard.ts';
import { FaultSummary } from '../service/fault-summary.tsx';
import { Faults } from '../service/fields.tsx';
import type { SessionClient } from './session.ts';
import type { KeptForm } from './use-kept-form.ts';
import { words } from './words.ts';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly sendLabel: string;
  readonly session: SessionClient;
  /** Where it is sent. */
  readonly path: string;
  readonly body: object;
  /** How what is typed is kept until it is sent. */
  readonly kept: Pick<KeptForm<unknown>, 'isKept' | 'takenUp' | 'touched' | 'restart' | 'sent'>;
  /** What is to be mended before it can be sent. */
  readonly check: () => readonly EntryFault[];
  readonly onSent: () => void;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/** The frame of what an association proposes besides its entry: checked, sent, and kept on the page when that fails. */
export function ProposalForm(props: Props) {
  const { title, lead, sendLabel, session, path, body, kept, check, onSent, onBack, children } = props;
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  useLeavingGuard(kept.touched);

  async function send() {
    const found = check();
    setFaults(found);
    setRefused(null);
    if (found.length > 0) return;
    setBusy(true);
    const answer = await session.ask('Received', path, { body });
    setBusy(false);
    if (answer.ok) {
      kept.sent();
      onSent();
    } else if (answer.faults.length > 0) setFaults(answer.faults);
    else setRefused(answer);
  }

  return (
    <Screen title={title} lead={lead}>
      <Faults.Provider value={new Map(faults.map((fault) => [fault.path, fault.message]))}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <FaultSummary faults={faults} />
          {kept.takenUp !== null && (
            <Notice title={words.kept.takenUp(formatMoment(kept.takenUp))}>
              <p>
                <button class="link-button" type="button" onClick={kept.restart}>
                  {words.kept.restart}
                </button>
              </p>
            </Notice>
          )}
          {children}
          <p class={kept.isKept ? 'soft small' : 'field-fault'}>{kept.isKept ? words.kept.kept : words.kept.notKept}</p>
          <Refusal refused={refused} title={words.space.failed} />
          <div class="actions actions--end">
            <button class="button" type="submit" disabled={busy}>
              {busy ? serviceWords.sending : sendLabel}
            </button>
            <button class="link-button" type="button" onClick={onBack}>
              {words.back}
            </button>
          </div>
        </form>
      </Faults.Provider>
    </Screen>
  );
}
