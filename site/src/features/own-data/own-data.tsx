/** What is held about an e-mail address: asked for here, answered by a letter, and read by its link. */
import { useEffect, useState } from 'preact/hooks';
import type { Ask, Refused } from '../cms-api/client.ts';
import { Loading, Notice, OfficeContact, Screen } from '../cms-api/screen.tsx';
import { serviceWords } from '../cms-api/service-words.ts';
import { Faults, TextField } from '../entry-form/fields.tsx';
import { loadEmailCheck } from '../entry-form/load-checker.ts';
import { useFocusAfter } from '../entry-form/use-focus.ts';
import { isFinal } from '../my-entry/problem-screen.tsx';
import { factsOf, sections, type HeldData, type Section } from './held-in-words.ts';
import { words } from './words.ts';

export function OwnData({ ask, token }: { ask: Ask; token: string | null }) {
  const [secret, setSecret] = useState(token);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (secret !== null) return <Opened ask={ask} token={secret} onOther={() => setSecret(null)} />;
  if (sentTo === null) return <AskScreen ask={ask} onSent={setSentTo} />;
  return (
    <Screen key="sent" title={words.sentTitle} lead={words.sent(sentTo)}>
      <div class="flow">
        <p>{words.notReceived}</p>
        <OfficeContact />
        <p>
          <button class="link-button" type="button" onClick={() => setSentTo(null)}>
            {words.again}
          </button>
        </p>
      </div>
    </Screen>
  );
}

function AskScreen({ ask, onSent }: { ask: Ask; onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const focusAfter = useFocusAfter();

  async function send() {
    const parseEmail = await loadEmailCheck();
    const parsed = parseEmail?.(email);
    if (parsed && !parsed.ok) {
      setFault(parsed.message);
      return focusAfter('champ-email');
    }
    setFault(null);
    setBusy(true);
    const address = parsed?.value ?? email.trim();
    const answer = await ask('/api/mes-donnees', { body: { email: address } });
    setBusy(false);
    if (answer.ok) onSent(address);
    else setRefused(answer);
  }

  return (
    <Screen key="ask" title={words.title} lead={words.lead}>
      <Faults.Provider value={new Map(fault === null ? [] : [['email', fault]])}>
        <form
          class="service-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {refused && (
            <Notice alert>
              <p>{refused.message}</p>
            </Notice>
          )}
          <TextField
            path="email"
            label={words.email}
            help={words.emailHelp}
            inputMode="email"
            autocomplete="email"
            value={email}
            maxLength={254}
            onValue={setEmail}
          />
          <button class="button" type="submit" disabled={busy}>
            {busy ? serviceWords.sending : words.send}
          </button>
        </form>
      </Faults.Provider>
    </Screen>
  );
}

function Opened({ ask, token, onOther }: { ask: Ask; token: string; onOther: () => void }) {
  const [held, setHeld] = useState<HeldData | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function open() {
    setRefused(null);
    const answer = await ask<HeldData>('/api/mes-donnees/ouvrir', { body: { token } });
    if (answer.ok) setHeld(answer.value);
    else setRefused(answer);
  }
  useEffect(() => void open(), []);

  if (held) return <HeldScreen held={held} />;
  if (!refused) {
    return (
      <Screen key="loading" title={words.title}>
        <Loading />
      </Screen>
    );
  }
  const final = isFinal(refused.code);
  return (
    <Screen key="problem" title={final ? words.problem : words.title} lead={refused.message}>
      <div class="flow">
        <p>
          <button class="button" type="button" onClick={final ? onOther : () => void open()}>
            {final ? words.send : serviceWords.retry}
          </button>
        </p>
        <OfficeContact />
      </div>
    </Screen>
  );
}

/** The file that a person keeps or hands on (RGPD, articles 15 and 20). */
function save(held: HeldData): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = words.file;
  link.click();
  URL.revokeObjectURL(url);
}

function HeldScreen({ held }: { held: HeldData }) {
  return (
    <Screen key="held" title={words.found} lead={words.about(held.email)}>
      <div class="flow">
        <p>
          <button class="button" type="button" onClick={() => save(held)}>
            {words.save}
          </button>
        </p>
        {sections.map((section) => (
          <HeldSection key={section} held={held} section={section} />
        ))}
        <p>{words.rights}</p>
        <OfficeContact />
      </div>
    </Screen>
  );
}

function HeldSection({ held, section }: { held: HeldData; section: Section }) {
  const rows = held[section] ?? [];
  return (
    <section class="flow">
      <h2>{words.sections[section]}</h2>
      {rows.length === 0 && <p>{words.nothing}</p>}
      {rows.map((row, index) => (
        <dl class="facts sheet" key={index}>
          {factsOf(section, row).map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}
