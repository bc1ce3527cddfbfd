/** A page that the link of a letter opens, or the code at its foot; and why it cannot be shown. */
import type { AddressSecret, CandidateTokens, SecretPage } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, Ask, Refused } from './client.ts';
import { CodeForm } from './code-form.tsx';
import { hasLostItsLink, isFinal, type Reason } from './problem-screen.tsx';
import type { AnswerName, AnswerOf } from './read-answer.ts';
import { Loading, OfficeContact, Screen } from './screen.tsx';
import { askInTurn, keepSecret } from './secret-of-link.ts';
import { serviceWords } from './service-words.ts';
import { useOnOpen } from './use-on-open.ts';

interface Said {
  readonly title: string;
  /** Empty: what the CMS said. */
  readonly text: string;
}

export interface LetterPageWords {
  /** Where the code stands in the letter. */
  readonly codeHelp: string;
  readonly codeSend: string;
  readonly problem: Readonly<Record<'link-unknown' | 'cut' | 'absent' | 'network' | 'retry' | 'other', Said>>;
}

interface Props {
  readonly ask: Ask;
  readonly page: SecretPage;
  /** Answers the token of the link whose letter says a code. */
  readonly codePath: string;
  readonly secret: AddressSecret;
  readonly words: LetterPageWords;
  /** @param otherWay for a link that is none: to type the code */
  readonly children: (tokens: CandidateTokens, otherWay: ComponentChildren) => ComponentChildren;
}

/** By the letter: its link when it arrived whole, else the code at its foot. */
export function ByLetter({ ask, page, codePath, secret, words, children }: Props) {
  const [tokens, setTokens] = useState<CandidateTokens | null>(typeof secret === 'string' ? null : secret.tokens);
  const otherWay = (
    <CodeForm
      title={serviceWords.code.title}
      help={words.codeHelp}
      send={words.codeSend}
      ask={(code) => ask('CodeAnswer', codePath, { body: { code } })}
      onOpened={({ token }) => {
        keepSecret(page, token);
        setTokens([token]);
      }}
    />
  );
  if (tokens !== null) return <>{children(tokens, otherWay)}</>;
  return (
    <ClosedScreen
      code={secret === 'malformed' ? 'cut' : 'absent'}
      message=""
      words={words}
      onRetry={() => location.reload()}
      otherWay={otherWay}
    />
  );
}

/**
 * What the link opens, asked for when the page is there; opening changes nothing.
 * @param name what the contract calls it
 * @param path of the CMS, which is sent the token
 */
export function useOpened<Name extends AnswerName>(ask: Ask, name: Name, path: string, tokens: CandidateTokens) {
  const [token, setToken] = useState(tokens[0]);
  const [opened, setOpened] = useState<AnswerOf<Name> | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  async function open() {
    setRefused(null);
    const { token: known, answer } = await askInTurn<AnswerOf<Name>>(
      tokens,
      (one) => ask(name, path, { body: { token: one } }) as Promise<Answer<AnswerOf<Name>>>,
    );
    setToken(known);
    if (answer.ok) setOpened(answer.value);
    else setRefused(answer);
  }
  useOnOpen(() => void open());
  return { token, opened, setOpened, refused, setRefused, open };
}

interface NotOpenedProps {
  readonly refused: Refused | null;
  readonly title: string;
  readonly words: Pick<LetterPageWords, 'problem'>;
  readonly onRetry: () => void;
  readonly otherWay: ComponentChildren;
}

/** While it is not there: that it is being asked for, or why it cannot be shown. */
export const NotOpened = ({ refused, title, words, onRetry, otherWay }: NotOpenedProps) =>
  refused ? (
    <ClosedScreen
      key="closed"
      code={refused.code}
      message={refused.message}
      words={words}
      onRetry={onRetry}
      otherWay={otherWay}
    />
  ) : (
    <Screen key="loading" title={title}>
      <Loading />
    </Screen>
  );

interface ClosedProps {
  readonly code: Reason;
  readonly message: string;
  readonly words: Pick<LetterPageWords, 'problem'>;
  readonly onRetry: () => void;
  readonly otherWay: ComponentChildren;
}

/** Why the page cannot be shown; the office does the same by hand. */
function ClosedScreen({ code, message, words: { problem }, onRetry, otherWay }: ClosedProps) {
  const said =
    code === 'absent' || code === 'cut' || code === 'link-unknown'
      ? problem[code]
      : isFinal(code)
        ? problem.other
        : code === 'network'
          ? problem.network
          : problem.retry;
  return (
    <Screen title={said.title}>
      <div class="flow">
        <p class="lead">{said.text || message}</p>
        {!isFinal(code) && (
          <p>
            <button class="button" type="button" onClick={onRetry}>
              {serviceWords.retry}
            </button>
          </p>
        )}
        {hasLostItsLink(code) && otherWay}
        <OfficeContact />
      </div>
    </Screen>
  );
}
