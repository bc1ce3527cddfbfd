import { Box, Button, Field, Flex, LinkButton, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState, type ChangeEvent, type FormEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { FollowedAgenda } from '../../domain/contract/desk/agendas.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { Fold } from '../kit/fold.tsx';
import { Notice } from '../kit/notice.tsx';
import { importPaths } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { actOnAgenda, followAgenda, readAgendas } from './agendas-api.ts';
import { agendaWords as words, fetchedWords, outcomeWords } from './agendas-words.ts';

/** Addresses of agendas that are fetched each day, and what each proposes. */
export const AgendasCard = () => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [agendas, setAgendas] = useState<readonly FollowedAgenda[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let alive = true;
    readAgendas(client).then(
      (read) => alive && setAgendas(read),
      (error: unknown) => alive && setProblem(problemOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [client]);
  const say = async (asked: () => Promise<FollowedAgenda[]>): Promise<boolean> => {
    const answer = await act(asked);
    if (answer) setAgendas(answer);
    return answer !== null;
  };
  return (
    <Card title={words.title}>
      <Typography textColor="neutral800">{words.meaning}</Typography>
      {problem !== null && <Notice tone="danger" title={problem} />}
      {agendas !== null && agendas.length === 0 && <Typography textColor="neutral600">{words.none}</Typography>}
      {agendas !== null && agendas.length > 0 && (
        <Followed
          agendas={agendas}
          underWay={underWay}
          onRead={(id) => say(() => actOnAgenda(client, id, 'read'))}
          onLeave={(id) => say(() => actOnAgenda(client, id, 'leave'))}
        />
      )}
      <Fold title={words.fold}>
        <Follow underWay={underWay} onFollow={(asked) => say(() => followAgenda(client, asked))} />
      </Fold>
    </Card>
  );
};

interface FollowedProps {
  agendas: readonly FollowedAgenda[];
  underWay: boolean;
  onRead: (id: string) => Promise<boolean>;
  onLeave: (id: string) => Promise<boolean>;
}

const Followed = ({ agendas, underWay, onRead, onLeave }: FollowedProps) => {
  const now = new Date();
  return (
    <PlainTable
      caption={words.title}
      heads={words.heads}
      rows={agendas.map((agenda) => ({
        key: agenda.id,
        cells: [
          <Box key="name" maxWidth="30rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            <Typography fontWeight="bold" textColor="neutral800">
              {agenda.name}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {new URL(agenda.address).hostname}
            </Typography>
          </Box>,
          fetchedWords(agenda, now),
          <Box key="outcome" maxWidth="32rem" style={{ whiteSpace: 'normal' }} aria-live="polite">
            <Typography textColor={agenda.outcome === 'failed' ? 'danger700' : 'neutral800'}>
              {outcomeWords(agenda)}
            </Typography>
          </Box>,
          <Flex key="acts" gap={2} wrap="wrap">
            {agenda.proposal !== null && (
              <LinkButton
                tag={RouterLink}
                to={importPaths.page(agenda.proposal)}
                size="S"
                aria-label={words.seeNamed(agenda.name)}
              >
                {words.see}
              </LinkButton>
            )}
            <Button
              size="S"
              variant="tertiary"
              disabled={underWay}
              aria-label={words.readNamed(agenda.name)}
              onClick={() => void onRead(agenda.id)}
            >
              {words.read}
            </Button>
            <ConfirmAct
              title={words.leaveTitle(agenda.name)}
              meaning={words.leaveMeaning}
              label={words.leave}
              variant="danger-light"
              onConfirm={async () => void (await onLeave(agenda.id))}
            >
              <Button size="S" variant="tertiary" disabled={underWay} aria-label={words.leaveNamed(agenda.name)}>
                {words.leave}
              </Button>
            </ConfirmAct>
          </Flex>,
        ],
      }))}
    />
  );
};

interface FollowProps {
  underWay: boolean;
  onFollow: (asked: { name: string; address: string }) => Promise<boolean>;
}

const Follow = ({ underWay, onFollow }: FollowProps) => {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isWhole = name.trim() !== '' && address.trim() !== '';
    setFault(isWhole ? undefined : words.incomplete);
    // What was typed stays until it is followed.
    if (isWhole && (await onFollow({ name: name.trim(), address: address.trim() }))) {
      setName('');
      setAddress('');
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3} paddingBottom={3}>
        <Box maxWidth="40rem">
          <Field.Root name="agendaName" error={name.trim() === '' ? fault : undefined}>
            <Field.Label>{words.name}</Field.Label>
            <TextInput
              value={name}
              maxLength={100}
              placeholder={words.nameExample}
              onChange={(event: ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
        </Box>
        <Field.Root name="agendaAddress" hint={words.addressHint} error={address.trim() === '' ? fault : undefined}>
          <Field.Label>{words.address}</Field.Label>
          <TextInput
            value={address}
            maxLength={2000}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            onChange={(event: ChangeEvent<HTMLInputElement>) => setAddress(event.target.value)}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
        <Box>
          <Button type="submit" variant="secondary" loading={underWay}>
            {words.add}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};
