/** A page that the link of a letter opens, or the code at its foot; and why it cannot be shown. */
import type { AddressSecret, CandidateTokens, SecretPage } from '@trame/cms/domain/secret-address';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Ask } from './client.ts';
import { CodeForm } from './code-form.tsx';
import { hasLostItsLink, isFinal, type Reason } from './problem-screen.tsx';
import { OfficeContact, Screen } from './screen.tsx';
import { keepSecret } from './secret-of-link.ts';
import { serviceWords } from './service-words.ts';

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

interface ClosedProps {
  readonly code: Reason;
  readonly message: string;
  readonly words: Pick<LetterPageWords, 'problem'>;
  readonly onRetry: () => void;
  readonly otherWay: ComponentChildren;
}

/** Why the page cannot be shown; the office does the same by hand. */
export function ClosedScreen({ code, message, words: { problem }, onRetry, otherWay }: ClosedProps) {
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
