/** What is held about an e-mail address: asked for here, answered by a letter, and read by its link. */
import type { HeldData } from '@trame/cms/domain/contract/associations/my-entry';
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import { useState } from 'preact/hooks';
import { AskByMail } from '../service/ask-by-mail.tsx';
import type { Ask, Refused } from '../service/client.ts';
import { CodeForm } from '../service/code-form.tsx';
import { CutScreen } from '../service/cut-screen.tsx';
import { Loading, OfficeContact, Screen } from '../service/screen.tsx';
import { askInTurn } from '../service/secret-of-link.ts';
import { serviceWords } from '../service/service-words.ts';
import { isFinal } from '../service/problem-screen.tsx';
import { useOnOpen } from '../service/use-on-open.ts';
import { factsOf, sections, type Section } from './held-in-words.ts';
import { words } from './words.ts';

export function DataRequests({ ask, secret }: { ask: Ask; secret: AddressSecret }) {
  const [way, setWay] = useState(secret);
  const [held, setHeld] = useState<HeldData | null>(null);
  if (held) return <HeldScreen held={held} />;
  const askAgain = () => setWay('absent');
  if (typeof way !== 'string') return <Opened ask={ask} tokens={way.tokens} onOther={askAgain} />;

  const code = (
    <CodeForm
      title={words.code}
      help={serviceWords.code.help}
      send={words.codeSend}
      ask={(typed) => ask('HeldData', '/api/mes-donnees/code', { body: { code: typed } })}
      onOpened={setHeld}
    />
  );
  if (way === 'malformed') return <CutScreen code={code} again={words.send} onAgain={askAgain} />;
  return <AskByMail words={words} ask={(email) => ask(null, '/api/mes-donnees', { body: { email } })} code={code} />;
}

function Opened({ ask, tokens, onOther }: { ask: Ask; tokens: CandidateTokens; onOther: () => void }) {
  const [held, setHeld] = useState<HeldData | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function open() {
    setRefused(null);
    const { answer } = await askInTurn(tokens, (token) =>
      ask('HeldData', '/api/mes-donnees/ouvrir', { body: { token } }),
    );
    if (answer.ok) setHeld(answer.value);
    else setRefused(answer);
  }
  useOnOpen(() => void open());

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
          {factsOf(section, row).map(({ label, text, href }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{href === undefined ? text : <a href={href}>{text}</a>}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}
