/** A message that somebody sent by the form of the page, and the association's answer: once, then they go on by themselves. */
import { formatMoment } from '@trame/cms/domain/moments';
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import { MESSAGE_LENGTH } from '@trame/cms/domain/written-on-pages';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ByLetter, NotOpened, useOpened } from '../service/by-letter.tsx';
import type { Ask } from '../service/client.ts';
import { Faults, TextArea } from '../service/fields.tsx';
import { isFinal } from '../service/problem-screen.tsx';
import { Refusal } from '../service/refusal.tsx';
import { Screen } from '../service/screen.tsx';
import { serviceWords } from '../service/service-words.ts';
import { words } from './words.ts';

interface Props {
  readonly ask: Ask;
  readonly secret: AddressSecret;
}

/** By the letter. */
export function AnswerByLetter({ ask, secret }: Props) {
  return (
    <ByLetter ask={ask} page="repondre" codePath="/api/repondre/code" secret={secret} words={words}>
      {(tokens, otherWay) => <AnswerMessage key={tokens[0]} ask={ask} tokens={tokens} otherWay={otherWay} />}
    </ByLetter>
  );
}

interface AnswerProps {
  readonly ask: Ask;
  readonly tokens: CandidateTokens;
  readonly otherWay: ComponentChildren;
}

function AnswerMessage({ ask, tokens, otherWay }: AnswerProps) {
  const opening = useOpened(ask, 'OpenedMessage', '/api/repondre/ouvrir', tokens);
  const { token, opened: message, refused, setRefused } = opening;
  const [answer, setAnswer] = useState('');
  const [busy, setBusy] = useState(false);

  async function send() {
    setBusy(true);
    setRefused(null);
    const sent = await ask('OpenedMessage', '/api/repondre/envoyer', { body: { token, answer } });
    setBusy(false);
    if (!sent.ok) return setRefused(sent);
    opening.setOpened(sent.value);
  }

  if (message === null) {
    const { open } = opening;
    return (
      <NotOpened refused={refused} title={words.title} words={words} onRetry={() => void open()} otherWay={otherWay} />
    );
  }
  const received = (
    <section aria-labelledby="message-recu">
      <h2 id="message-recu">{words.from(message.from, formatMoment(message.sentAt))}</h2>
      <p style="white-space: pre-line">{message.text}</p>
    </section>
  );
  if (message.answer !== null) {
    return (
      <Screen key="answered" title={words.answered} lead={words.answeredLead(message.from)}>
        <div class="flow">
          {message.sender && (
            <p>
              {words.goOn} <a href={`mailto:${message.sender}`}>{message.sender}</a>
            </p>
          )}
          <section aria-labelledby="votre-reponse">
            <h2 id="votre-reponse">{words.yours}</h2>
            <p style="white-space: pre-line">{message.answer}</p>
          </section>
          {received}
        </div>
      </Screen>
    );
  }
  const faults = new Map((refused?.faults ?? []).map(({ path, message: fault }) => [path, fault]));
  return (
    <Screen key="open" title={words.titleFor(message.association)} lead={words.lead}>
      <div class="flow">
        {received}
        <Refusal refused={refused} title={words.failed} office={refused !== null && isFinal(refused.code)} />
        <Faults.Provider value={faults}>
          <form
            class="flow"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <TextArea
              path="answer"
              label={words.answer}
              help={words.answerHelp(message.from)}
              value={answer}
              maxLength={MESSAGE_LENGTH}
              rows={8}
              onValue={setAnswer}
            />
            <p>
              <button class="button" type="submit" disabled={busy}>
                {busy ? serviceWords.sending : words.send}
              </button>
            </p>
          </form>
        </Faults.Provider>
      </div>
    </Screen>
  );
}
