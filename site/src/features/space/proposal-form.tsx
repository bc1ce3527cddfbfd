import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { Received } from '@trame/cms/domain/contract/my-entry';
import type { Refused } from '../cms-api/client.ts';
import { Notice, Screen } from '../cms-api/screen.tsx';
import { serviceWords } from '../cms-api/service-words.ts';
import { useLeavingGuard } from '../cms-api/use-leaving-guard.ts';
import { FaultSummary } from '../entry-form/fault-summary.tsx';
import { Faults } from '../entry-form/fields.tsx';
import type { SessionClient } from './session.ts';
import { words } from './words.ts';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly sendLabel: string;
  readonly session: SessionClient;
  /** Where it is sent. */
  readonly path: string;
  readonly body: object;
  /** Has anything been typed? */
  readonly begun: boolean;
  /** What is to be mended before it can be sent. */
  readonly check: () => readonly EntryFault[];
  readonly onSent: () => void;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/** The frame of what an association proposes besides its entry: checked, sent, and kept on the page when that fails. */
export function ProposalForm(props: Props) {
  const { title, lead, sendLabel, session, path, body, begun, check, onSent, onBack, children } = props;
  const [faults, setFaults] = useState<readonly EntryFault[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  useLeavingGuard(begun);

  async function send() {
    const found = check();
    setFaults(found);
    setRefused(null);
    if (found.length > 0) return;
    setBusy(true);
    const answer = await session.ask<Received>(path, { body });
    setBusy(false);
    if (answer.ok) onSent();
    else if (answer.faults.length > 0) setFaults(answer.faults);
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
          {refused && (
            <Notice alert title={words.space.failed}>
              <p>{refused.message}</p>
            </Notice>
          )}
          {children}
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
