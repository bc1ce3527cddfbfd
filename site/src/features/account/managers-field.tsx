import type { Space } from '@trame/cms/domain/contract/associations/my-entry';
import { useState } from 'preact/hooks';
import { Faults, TextField } from '../service/fields.tsx';
import { loadEmailCheck } from '../service/load-checker.ts';
import { useFocusAfter } from '../service/use-focus.ts';
import type { SessionClient } from './session.ts';
import { words } from './words.ts';

type Association = Space['associations'][number];

interface Props {
  readonly association: Association;
  readonly session: SessionClient;
  readonly onSpace: (space: Space) => void;
}

/** Who may propose changes: each invites and removes the others; a removal is asked twice. */
export function ManagersField({ association, session, onSpace }: Props) {
  const [inviting, setInviting] = useState(false);
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const focusAfter = useFocusAfter();
  const path = `invite-${association.id}`;
  const statusId = `gestion-${association.id}`;
  const at = `/api/espace/associations/${encodeURIComponent(association.id)}`;

  async function invite() {
    const parseEmail = await loadEmailCheck();
    const parsed = parseEmail?.(email);
    if (parsed && !parsed.ok) {
      setFault(parsed.message);
      return focusAfter(`champ-${path}`);
    }
    const address = parsed?.value ?? email.trim();
    const answer = await session.ask('Space', `${at}/inviter`, { body: { email: address } });
    setFault(answer.ok ? null : answer.message);
    if (!answer.ok) return;
    setInviting(false);
    setEmail('');
    setSaid(words.space.inviteDone(address));
    focusAfter(statusId);
    onSpace(answer.value);
  }

  async function remove(manager: Association['managers'][number]) {
    const answer = await session.ask('Space', `${at}/retirer`, { body: { manager: manager.id } });
    setAsked(null);
    setSaid(answer.ok ? words.space.removed(manager.email) : answer.message);
    focusAfter(statusId);
    if (answer.ok) onSpace(answer.value);
  }

  return (
    <div class="flow">
      <h3>{words.space.managers}</h3>
      <ul class="managers rows">
        {association.managers.map((manager) => (
          <li key={manager.id}>
            <span>
              {manager.email} {manager.me && <span class="badge">{words.space.me}</span>}
              {manager.invited && <span class="badge">{words.space.invited}</span>}
            </span>
            {asked === manager.id ? (
              <span class="actions">
                <span>{manager.me ? words.space.sureMe : words.space.sure(manager.email)}</span>
                <button
                  id={`oui-${manager.id}`}
                  class="button button--quiet"
                  type="button"
                  onClick={() => void remove(manager)}
                >
                  {words.space.yes}
                </button>
                <button class="link-button" type="button" onClick={() => setAsked(null)}>
                  {words.space.no}
                </button>
              </span>
            ) : (
              <button
                class="link-button"
                type="button"
                onClick={() => {
                  setAsked(manager.id);
                  focusAfter(`oui-${manager.id}`);
                }}
              >
                {manager.me ? words.space.leave : words.space.remove}
                {!manager.me && <span class="visually-hidden"> {manager.email}</span>}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p id={statusId} class="field-help" role="status" tabIndex={-1}>
        {said}
      </p>
      {inviting ? (
        <Faults.Provider value={new Map(fault === null ? [] : [[path, fault]])}>
          <form
            class="service-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void invite();
            }}
          >
            <TextField
              path={path}
              label={words.space.inviteEmail}
              help={words.space.inviteHelp}
              inputMode="email"
              value={email}
              maxLength={254}
              onValue={setEmail}
            />
            <div class="actions">
              <button class="button" type="submit">
                {words.space.inviteSend}
              </button>
              <button class="link-button" type="button" onClick={() => setInviting(false)}>
                {words.space.inviteCancel}
              </button>
            </div>
          </form>
        </Faults.Provider>
      ) : (
        <button
          class="button button--quiet"
          type="button"
          onClick={() => {
            setInviting(true);
            setSaid('');
            focusAfter(`champ-${path}`);
          }}
        >
          {words.space.invite}
        </button>
      )}
    </div>
  );
}
