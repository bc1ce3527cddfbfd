import {
  Box,
  Button,
  EmptyStateLayout,
  Field,
  Flex,
  Link,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tabs,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Check, ClockCounterClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import type { AcceptedTogether, Desk, QueuedAnswer } from '../../domain/contract/desk/review.ts';
import { plural } from '../../domain/french.ts';
import { answerChannels } from '../../domain/vocabulary/answer-channels.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { AnswerKind } from './answer-kind.tsx';
import { acceptUnchanged } from './desk-api.ts';
import {
  acceptAllWords,
  acceptedTogetherWords,
  age,
  ages,
  communesOf,
  filterAnswers,
  filterQuery,
  groups,
  readFilters,
  summary,
  totalOf,
  unreadableWords,
  type Filters,
  type Group,
} from './desk-words.ts';
import { Notice } from '../kit/notice.tsx';
import { useAct } from '../kit/use-act.ts';
import { useDesk } from './use-desk.ts';
import { deskPaths, journalPaths } from '../kit/paths.ts';

/** « Réponses »: what associations sent and nobody has decided yet, the oldest first. */
export const DeskPage = () => {
  const { answer, refresh } = useDesk();
  const [together, setTogether] = useState<AcceptedTogether | null>(null);
  if (answer === null) return <Page.Loading>Chargement des réponses</Page.Loading>;
  if (answer.desk === null) return <Page.Error content={answer.problem ?? undefined} />;
  const { desk } = answer;
  return (
    <Page.Main>
      <Page.Title>Réponses</Page.Title>
      <Layouts.Header
        title="Réponses"
        subtitle={
          totalOf(desk) === 0
            ? 'Rien n’attend.'
            : `${plural(totalOf(desk), 'réponse attend', 'réponses attendent')} votre décision. Les fiches en ligne n’ont pas bougé.`
        }
        secondaryAction={
          <Link tag={RouterLink} to={journalPaths.all} startIcon={<ClockCounterClockwise />}>
            Journal des décisions
          </Link>
        }
        primaryAction={<AcceptAll desk={desk} refresh={refresh} onDone={setTogether} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {together && <Together together={together} />}
          {totalOf(desk) === 0 ? <NothingWaits /> : <Queue desk={desk} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface AcceptAllProps {
  desk: Desk;
  refresh: () => Promise<void>;
  onDone: (together: AcceptedTogether) => void;
}

const AcceptAll = ({ desk, refresh, onDone }: AcceptAllProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [search] = useSearchParams();
  const { unchanged } = desk.counts;
  if (unchanged === 0) return null;
  const words = acceptAllWords(unchanged, filterQuery({ ...readFilters(search), group: 'all' }) !== '');
  const doIt = async () => {
    const together = await act(() => acceptUnchanged(client));
    if (together) onDone(together);
    await refresh();
  };
  return (
    <ConfirmAct title={words.title} meaning={words.meaning} label={words.button} variant="default" onConfirm={doIt}>
      <Button startIcon={<Check />} loading={underWay}>
        {words.button}
      </Button>
    </ConfirmAct>
  );
};

const Together = ({ together }: { together: AcceptedTogether }) => {
  const { tone, headline } = acceptedTogetherWords(together);
  return (
    <Notice tone={tone} title={headline} live>
      {together.left.length > 0 && (
        <ul>
          {together.left.map(({ title, reason }, rank) => (
            <li key={rank}>{`${title}\u00a0: ${reason}`}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

const NothingWaits = () => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" />}
    content="Toutes les réponses ont été relues. Bravo."
    action={
      <Link tag={RouterLink} to={journalPaths.all}>
        Voir les dernières décisions
      </Link>
    }
  />
);

const Queue = ({ desk }: { desk: Desk }) => {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (part: Partial<Filters>) =>
    setSearch(new URLSearchParams(filterQuery({ ...filters, ...part })), { replace: true });
  const shown = filterAnswers(desk.answers, filters, new Date());
  return (
    <Tabs.Root
      value={filters.group}
      onValueChange={(group: string) => change({ group: group as Group })}
      variant="simple"
    >
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap" paddingBottom={4}>
        <Tabs.List aria-label="Réponses par nature">
          {groups(desk).map(({ value, label, count }) => (
            <Tabs.Trigger key={value} value={value}>
              {`${label} (${count.toLocaleString('fr-FR')})`}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <FilterFields desk={desk} filters={filters} change={change} />
      </Flex>
      {groups(desk).map(({ value }) => (
        <Tabs.Content key={value} value={value}>
          {shown.length === 0 ? (
            <Typography tag="p">Aucune réponse ne correspond à ces choix.</Typography>
          ) : (
            <Answers answers={shown} query={filterQuery(filters)} />
          )}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};

interface FilterFieldsProps {
  desk: Desk;
  filters: Filters;
  change: (part: Partial<Filters>) => void;
}

const ALL = 'toutes';

const FilterFields = ({ desk, filters, change }: FilterFieldsProps) => (
  <Flex gap={2} wrap="wrap">
    <Field.Root name="commune" width="22rem">
      <Field.Label>Commune</Field.Label>
      <SingleSelect
        size="S"
        value={filters.commune || ALL}
        onChange={(name) => change({ commune: name === ALL ? '' : String(name) })}
      >
        <SingleSelectOption value={ALL}>Toutes les communes</SingleSelectOption>
        {communesOf(desk.answers).map((name) => (
          <SingleSelectOption key={name} value={name}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
    <Field.Root name="age" width="22rem">
      <Field.Label>Attente</Field.Label>
      <SingleSelect size="S" value={String(filters.olderThan)} onChange={(days) => change({ olderThan: Number(days) })}>
        {ages.map(({ value, label }) => (
          <SingleSelectOption key={value} value={String(value)}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  </Flex>
);

const HEADS = ['Association', 'Réponse', 'Ce qu’elle dit', 'Commune', 'Reçue'];
/** A thousand answers may wait in July. */
const SHOWN_AT_FIRST = 50;

const Answers = ({ answers, query }: { answers: readonly QueuedAnswer[]; query: string }) => {
  const [whole, setWhole] = useState(false);
  const shown = whole ? answers : answers.slice(0, SHOWN_AT_FIRST);
  const now = new Date();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Table colCount={HEADS.length} rowCount={shown.length + 1}>
        <VisuallyHidden tag="caption">Réponses à relire, la plus ancienne d’abord</VisuallyHidden>
        <Thead>
          <Tr>
            {HEADS.map((head) => (
              <Th key={head}>
                <Typography variant="sigma">{head}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {shown.map((answer) => (
            <Tr key={answer.id}>
              <Td>
                <Box maxWidth="34rem">
                  <Link tag={RouterLink} to={deskPaths.answer(answer.id, query)}>
                    {answer.title}
                  </Link>
                  {answer.unreadable !== null && (
                    <Typography tag="p" variant="pi" textColor="danger600">
                      {unreadableWords.short}
                    </Typography>
                  )}
                  {answer.openedBy && (
                    <Typography tag="p" variant="pi" textColor="warning700">
                      {`Ouverte par ${answer.openedBy}`}
                    </Typography>
                  )}
                </Box>
              </Td>
              <Td>
                <AnswerKind kind={answer.kind} />
              </Td>
              <Td>
                <Typography textColor="neutral800">{summary(answer)}</Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">{answer.commune ?? '—'}</Typography>
              </Td>
              <Td>
                <Typography tag="p" textColor="neutral800">
                  {age(answer.sentAt, now)}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {answerChannels.label(answer.channel)}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {shown.length < answers.length && (
        <Flex>
          <Button variant="tertiary" onClick={() => setWhole(true)}>
            {`Afficher les ${answers.length.toLocaleString('fr-FR')} réponses`}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
