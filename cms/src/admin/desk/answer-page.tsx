import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Pencil } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { EntryChoices } from '../../domain/contract/my-entry.ts';
import type { OpenAnswer } from '../../domain/contract/review.ts';
import { dayOf } from '../../domain/dates.ts';
import { checkEntry, withoutEmptyRows } from '../../domain/entry/check-entry.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { AnswerKind } from './answer-kind.tsx';
import { Card } from './card.tsx';
import { acceptAnswer, deskPaths, readDesk, readEntryChoices, refuseAnswer } from './desk-api.ts';
import {
  acceptedWords,
  acceptLabel,
  differencesBySection,
  filterAnswers,
  filterQuery,
  movedWords,
  nextAnswer,
  openAnswerNotices,
  originWords,
  readFilters,
  refusalWords,
  totalOf,
} from './desk-words.ts';
import { Difference } from './differences.tsx';
import { EntryEditor } from './entry-editor/entry-editor.tsx';
import { Notice } from './notice.tsx';
import { currentIn, faultsIn, problemOf, type Fault } from './problem.ts';
import { Refusal } from './refusal.tsx';
import { carryOver, retouchedEntry } from './retouches.ts';
import { useAct } from './use-act.ts';
import { useAnswer } from './use-answer.ts';
import { waitingAnswers } from './waiting-answers.ts';

/** One answer side by side with what is published, and the decision on it. */
export const AnswerPage = ({ id }: { id: string }) => {
  const { opened, replace } = useAnswer(id);
  if (opened === null) return <Page.Loading>Chargement de la réponse</Page.Loading>;
  if (opened.open === null) return <Unreadable problem={opened.problem ?? ''} />;
  return <Decision open={opened.open} replace={replace} />;
};

const BackToQueue = () => {
  const [search] = useSearchParams();
  return (
    <Link tag={RouterLink} to={`${deskPaths.queue}${filterQuery(readFilters(search))}`} startIcon={<ArrowLeft />}>
      Réponses
    </Link>
  );
};

const Unreadable = ({ problem }: { problem: string }) => (
  <Page.Main>
    <Page.Title>Réponse</Page.Title>
    <Layouts.Header title="Cette réponse ne peut pas être ouverte" navigationAction={<BackToQueue />} />
    <Layouts.Content>
      <Notice tone="warning" title={problem} />
    </Layouts.Content>
  </Page.Main>
);

/** What happened between opening and deciding. */
interface Trouble {
  readonly sentence: string;
  readonly details: readonly string[];
}

/** Goes to the answer that follows in the same filtered queue, or back to the queue when there is none. */
function useNext() {
  const client = useFetchClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const filters = readFilters(search);
  /** @param before reads the queue while the answer still stands in it */
  return {
    before: () => readDesk(client).catch(() => null),
    go: async (id: string, before: Awaited<ReturnType<typeof readDesk>> | null) => {
      const after = await readDesk(client).catch(() => null);
      if (after) waitingAnswers.set(totalOf(after));
      const now = new Date();
      const shown = (desk: typeof before) => (desk ? filterAnswers(desk.answers, filters, now) : []);
      const next = nextAnswer(id, shown(before), shown(after));
      const query = filterQuery(filters);
      navigate(next === null ? `${deskPaths.queue}${query}` : deskPaths.answer(next, query));
    },
  };
}

interface DecisionProps {
  open: OpenAnswer;
  replace: (open: OpenAnswer) => void;
}

const Decision = ({ open, replace }: DecisionProps) => {
  const client = useFetchClient();
  const next = useNext();
  const { act, underWay } = useAct();
  const [choices, setChoices] = useState<EntryChoices | null>(null);
  const [edited, setEdited] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { answer } = open;
  const waits = answer.state === 'à relire';

  /** The entry moved on, or somebody decided: what there is now is shown, and nothing was saved. */
  const takeOver = (error: unknown): boolean => {
    const current = currentIn(error);
    const found = faultsIn(error);
    if (current === null && found.length === 0) return false;
    setFaults(found);
    if (current !== null) {
      const carried = carryOver(open, edited, current);
      setEdited(carried.edited);
      replace(current);
      setTrouble({
        sentence: problemOf(error),
        details: [
          ...(carried.edited === null ? [] : [movedWords.retouches]),
          ...(carried.conflicts.length === 0 ? [] : [movedWords.conflicts(carried.conflicts)]),
        ],
      });
    } else if (edited === null) {
      setTrouble({ sentence: problemOf(error), details: found.map(({ message }) => message) });
    }
    return true;
  };

  const accept = async () => {
    setTrouble(null);
    const entry = retouchedEntry(open.entry, edited);
    if (entry !== null) {
      const checked = checkEntry(entry, dayOf(new Date()));
      setFaults(checked.ok ? [] : checked.faults);
      if (!checked.ok) {
        setEdited(withoutEmptyRows(entry));
        return;
      }
    }
    const before = await next.before();
    const accepted = await act(() => acceptAnswer(client, answer.id, { version: open.version, entry }), {
      failed: takeOver,
    });
    if (accepted === null) return;
    await act(() => next.go(answer.id, before), { done: acceptedWords(answer.title, accepted, answer.kind) });
  };

  const refuse = async (reason: string): Promise<boolean> => {
    const before = await next.before();
    const refused = await act(() => refuseAnswer(client, answer.id, reason));
    if (refused === null) return false;
    await act(() => next.go(answer.id, before), { done: refusalWords.done(answer.title) });
    return true;
  };

  const retouch = async () => {
    const known = choices ?? (await act(() => readEntryChoices(client)));
    if (known === null) return;
    setChoices(known);
    setEdited(open.entry);
    setFaults(open.faults.filter(({ path }) => path !== ''));
  };

  return (
    <Page.Main>
      <Page.Title>{answer.title}</Page.Title>
      <Layouts.Header
        title={answer.title}
        subtitle={
          <Flex gap={3} paddingTop={1} alignItems="center" wrap="wrap">
            <AnswerKind kind={answer.kind} />
            <Typography variant="omega" textColor="neutral600">
              {[answer.commune, originWords(open, new Date())].filter(Boolean).join(' · ')}
            </Typography>
          </Flex>
        }
        navigationAction={<BackToQueue />}
        primaryAction={
          waits && (
            <Flex gap={2} wrap="wrap">
              <Refusal sender={open.sender} disabled={underWay} onRefuse={refuse} />
              {edited !== null ? (
                <Button variant="tertiary" disabled={underWay} onClick={() => setEdited(null)}>
                  Abandonner mes retouches
                </Button>
              ) : (
                open.entry !== null &&
                answer.kind !== 'rien n’a changé' && (
                  <Button variant="secondary" startIcon={<Pencil />} disabled={underWay} onClick={() => void retouch()}>
                    Retoucher avant d’accepter
                  </Button>
                )
              )}
              <Button startIcon={<Check />} loading={underWay} onClick={() => void accept()}>
                {acceptLabel(answer.kind)}
              </Button>
            </Flex>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {trouble && (
            <Notice tone="warning" title={movedWords.title} live>
              <p>{trouble.sentence}</p>
              {trouble.details.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          )}
          {openAnswerNotices(open).map(({ tone, title, text }) => (
            <Notice key={title} tone={tone} title={title}>
              {text}
            </Notice>
          ))}
          {edited === null && <Obstacles open={open} />}
          {edited !== null && choices !== null ? (
            <EntryEditor
              entry={edited}
              choices={choices}
              faults={faults}
              proposedLogo={open.entry?.logo ?? null}
              onEntry={setEdited}
            />
          ) : (
            <Comparison open={open} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** What would keep the answer from being published, said before one tries. */
const Obstacles = ({ open: { faults, answer } }: { open: OpenAnswer }) =>
  faults.length === 0 || answer.state !== 'à relire' ? null : (
    <Notice tone="warning" title="À régler avant de publier">
      <ul>
        {faults.map(({ message }, rank) => (
          <li key={rank}>{message}</li>
        ))}
      </ul>
    </Notice>
  );

const Comparison = ({ open }: { open: OpenAnswer }) => {
  const isNew = open.entry === null || open.answer.kind === 'nouvelle association';
  return (
    <>
      {open.logo !== null && (
        <Card title="Logo proposé">
          <Box>
            <img
              src={open.logo}
              alt={open.entry?.logo.choice === 'new' ? open.entry.logo.alt : ''}
              style={{ maxWidth: '24rem', maxHeight: '16rem' }}
            />
          </Box>
        </Card>
      )}
      {differencesBySection(open).map(({ title, differences }) => (
        <Card key={title} title={title}>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {differences.map((difference) => (
              <Difference
                key={difference.field}
                difference={difference}
                isNew={isNew}
                titled={difference.label !== title}
              />
            ))}
          </Flex>
        </Card>
      ))}
      {open.answer.association !== null && (
        <Flex>
          <Link tag={RouterLink} to={deskPaths.association(open.answer.association)}>
            Ouvrir la fiche de l’association
          </Link>
        </Flex>
      )}
    </>
  );
};
