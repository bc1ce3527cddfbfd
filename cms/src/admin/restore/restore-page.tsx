import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { LettersDecision, RestoreReport } from '../../domain/contract/desk/restore.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { Notice } from '../kit/notice.tsx';
import { problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { usePolling } from '../kit/use-polling.ts';
import { allowPublication, decideLetters, readRestore } from './restore-api.ts';
import {
  letterLines,
  lettersInWords,
  placeOfFailed,
  publicationReasons,
  since,
  words,
  type PendingRestore,
} from './restore-words.ts';

const ASK_AGAIN_MS = 30_000;

/** « Remise en place »: what an editor decides once a backup was put back. */
export const RestorePage = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Restore />
  </Page.Protect>
);

type Answer = { report: RestoreReport } | { problem: string };

const Restore = () => {
  const client = useFetchClient();
  const ask = (): Promise<Answer> =>
    readRestore(client).then(
      (report) => ({ report }),
      (error: unknown) => ({ problem: problemOf(error) }),
    );
  const { answer, refresh } = usePolling(ask, () => ASK_AGAIN_MS);
  if (answer === null) return <Page.Loading>Chargement</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const { pending } = answer.report;
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} {...(pending === null ? {} : { subtitle: words.subtitle })} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {pending === null ? (
            <Notice tone="success" title={words.nothing.title} live>
              {words.nothing.meaning}
            </Notice>
          ) : (
            <Notice tone="warning" title={since(pending, new Date())}>
              {words.accounts}
            </Notice>
          )}
          {pending?.publication && <Publication publication={pending.publication} refresh={refresh} />}
          {pending?.letters && <Letters letters={pending.letters} refresh={refresh} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface LettersProps {
  letters: NonNullable<PendingRestore['letters']>;
  refresh: () => Promise<void>;
}

const Letters = ({ letters, refresh }: LettersProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { letters: say } = words;
  const decide = async (decision: LettersDecision) => {
    await act(() => decideLetters(client, decision), { done: decision === 'send' ? say.sendDone : say.countDone });
    await refresh();
  };
  return (
    <Card title={say.title}>
      <Typography tag="p">{letters.length === 0 ? say.none : say.explain}</Typography>
      <Box tag="ul" style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
        {letterLines(letters).map((line) => (
          <Typography key={line} tag="li">
            {line}
          </Typography>
        ))}
      </Box>
      {letters.length === 0 ? (
        <Flex>
          <Button loading={underWay} onClick={() => void decide('send')}>
            {say.resume}
          </Button>
        </Flex>
      ) : (
        <Decision count={lettersInWords(letters)} underWay={underWay} decide={decide} />
      )}
    </Card>
  );
};

interface DecisionProps {
  /** « 21 lettres » */
  count: string;
  underWay: boolean;
  decide: (decision: LettersDecision) => Promise<void>;
}

const Decision = ({ count, underWay, decide }: DecisionProps) => {
  const { letters: say } = words;
  return (
    <Flex gap={3} wrap="wrap">
      <ConfirmAct
        title={say.countTitle}
        meaning={say.countMeaning(count)}
        label={say.count}
        variant="default"
        onConfirm={() => decide('count-as-sent')}
      >
        <Button loading={underWay}>{say.count}</Button>
      </ConfirmAct>
      <ConfirmAct
        title={say.sendTitle}
        meaning={say.sendMeaning(count)}
        label={say.send}
        variant="danger-light"
        onConfirm={() => decide('send')}
      >
        <Button variant="secondary" loading={underWay}>
          {say.send}
        </Button>
      </ConfirmAct>
    </Flex>
  );
};

interface PublicationProps {
  publication: NonNullable<PendingRestore['publication']>;
  refresh: () => Promise<void>;
}

const Publication = ({ publication, refresh }: PublicationProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { publication: say } = words;
  const allow = async () => {
    await act(() => allowPublication(client), { done: say.allowDone });
    await refresh();
  };
  return (
    <Card title={say.title}>
      {publicationReasons(publication, new Date()).map((reason) => (
        <Typography key={reason} tag="p">
          {reason}
        </Typography>
      ))}
      {publication.failed.length > 0 && (
        <Box>
          <Typography tag="p" fontWeight="bold">
            {say.failed}
          </Typography>
          <Box tag="ul" style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
            {publication.failed.map((failed) => {
              const { label, path } = placeOfFailed(failed, publication.names);
              return (
                <Typography key={failed} tag="li">
                  {path === null ? (
                    label
                  ) : (
                    <Link tag={RouterLink} to={path}>
                      {label}
                    </Link>
                  )}
                </Typography>
              );
            })}
          </Box>
        </Box>
      )}
      <Typography tag="p">{say.before}</Typography>
      <Flex>
        <ConfirmAct
          title={say.allowTitle}
          meaning={say.allowMeaning}
          label={say.allow}
          variant="danger-light"
          onConfirm={allow}
        >
          <Button loading={underWay}>{say.allow}</Button>
        </ConfirmAct>
      </Flex>
    </Card>
  );
};
