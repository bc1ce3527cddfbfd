/** The visit by a letter: its link when it arrived whole, else its code. */
import type { AddressSecret, CandidateTokens } from '@trame/cms/domain/secret-address';
import { useState } from 'preact/hooks';
import type { CmsClient } from '../service/client.ts';
import { CodeForm } from '../service/code-form.tsx';
import { draftBox } from '../service/drafts.ts';
import { ProblemScreen } from '../service/problem-screen.tsx';
import { keepSecret } from '../service/secret-of-link.ts';
import { serviceWords } from '../service/service-words.ts';
import { doorOfLink } from './entry-door.ts';
import { EntryVisit } from './entry-visit.tsx';
import { words } from './words.ts';

interface Props {
  readonly cms: CmsClient;
  readonly secret: AddressSecret;
}

export function MyEntry({ cms, secret }: Props) {
  const [tokens, setTokens] = useState<CandidateTokens | null>(typeof secret === 'string' ? null : secret.tokens);

  const otherWay = (
    <>
      <CodeForm
        title={serviceWords.code.title}
        help={words.code.help}
        send={words.code.send}
        ask={(code) => cms.ask('CodeAnswer', '/api/ma-fiche/code', { body: { code } })}
        onOpened={(opened) => {
          keepSecret('ma-fiche', opened.token);
          setTokens([opened.token]);
        }}
      />
      <p>
        {words.code.noLetter}{' '}
        <a class="tall-link" href="/connexion/">
          {words.code.askLetter}
        </a>
      </p>
    </>
  );
  if (tokens === null) {
    return (
      <ProblemScreen
        code={secret === 'malformed' ? 'cut' : 'absent'}
        message=""
        onRetry={() => location.reload()}
        children={otherWay}
      />
    );
  }
  return (
    <EntryVisit
      key={tokens[0]}
      door={doorOfLink(tokens, cms)}
      draftsOf={(association) => draftBox(`fiche:${association}`)}
      otherWay={otherWay}
    />
  );
}
