import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Pencil } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { EntryChoices, EventProposal } from '../../domain/contract/associations/my-entry.ts';
import type { OpenAnswer } from '../../domain/contract/desk/review.ts';
import { dayOf } from '../../domain/dates.ts';
import { checkEntry, withoutEmptyRows } from '../../domain/entry/check-entry.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { checkEvent } from '../../domain/event/event-proposal.ts';
import { AnswerKind } from './answer-kind.tsx';
import { Card } from '../kit/card.tsx';
import { acceptAnswer, currentIn, readDesk, readEntryChoices, refuseAnswer } from './desk-api.ts';
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
  refusalWordsOf,
  totalOf,
  unreadableWords,
} from './desk-words.ts';
import { Difference } from '../kit/differences.tsx';
import { EntryEditor } from '../kit/entry-editor/entry-editor.tsx';
import { Notice } from '../kit/notice.tsx';
import { faultsIn, problemOf, type Fault } from '../kit/problem.ts';
import { EventEditor } from './event-editor.tsx';
import { Refusal } from './refusal.tsx';
import { carryOver, carryOverEvent, retouchedEntry, retouchedEvent } from './retouches.ts';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from './use-answer.ts';
import { waitingAnswers } from './waiting-answers.ts';
import { associationPath, deskPaths } from '../kit/paths.ts';

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
  const [editedEvent, setEditedEvent] = useState<EventProposal | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { answer } = open;
  // What cannot be read cannot be decided either: the server refuses it.
  const waits = answer.state === 'à relire' && answer.unreadable === null;

  const retouching = edited !== null || editedEvent !== null;

  /** The entry moved on, or somebody decided: what there is now is shown, and nothing was saved. */
  const takeOver = (error: unknown): boolean => {
    const current = currentIn(error);
    const found = faultsIn(error);
    if (current === null && found.length === 0) return false;
    setFaults(found);
    if (current !== null) {
      const carried = carryOver(open, edited, current);
      setEdited(carried.edited);
      setEditedEvent(carryOverEvent(open, editedEvent, current));
      replace(current);
      setTrouble({
        sentence: problemOf(error),
        details: [
          ...(retouching ? [movedWords.retouches] : []),
          ...(carried.conflicts.length === 0 ? [] : [movedWords.conflicts(carried.conflicts)]),
        ],
      });
    } else if (!retouching) {
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
    const event = retouchedEvent(open.event, editedEvent);
    if (event !== null) {
      const found = checkEvent(event, dayOf(new Date()), event);
      setFaults(found);
      if (found.length > 0) return setEditedEvent(event);
    }
    const before = await next.before();
    const accepted = await act(() => acceptAnswer(client, answer.id, { version: open.version, entry, event }), {
      failed: takeOver,
    });
    if (accepted === null) return;
    await act(() => next.go(answer.id, before), { done: acceptedWords(answer.title, accepted, answer.kind) });
  };

  const refuse = async (reason: string): Promise<boolean> => {
    const before = await next.before();
    const refused = await act(() => refuseAnswer(client, answer.id, reason));
    if (refused === null) return false;
    await act(() => next.go(answer.id, before), { done: refusalWordsOf(answer.kind).done(answer.title) });
    return true;
  };

  const retouch = async () => {
    const known = choices ?? (await act(() => readEntryChoices(client)));
    if (known === null) return;
    setChoices(known);
    setEdited(open.entry);
    setEditedEvent(open.event);
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
              <Refusal kind={answer.kind} sender={open.sender} disabled={underWay} onRefuse={refuse} />
              {retouching ? (
                <Button
                  variant="tertiary"
                  disabled={underWay}
                  onClick={() => {
                    setEdited(null);
                    setEditedEvent(null);
                  }}
                >
                  Abandonner mes retouches
                </Button>
              ) : (
                (open.entry !== null || open.event !== null) &&
                answer.kind !== 'rien n’a changé' && (
                  <Button variant="secondary" startIcon={<Pencil />} disabled={underWay} onClick={() => void retouch()}>
                    Retoucher avant d’accepter
                  </Button>
                )
              )}
              <Button startIcon={<Check />} loading={underWay} onClick={() => void accept()}>
                {acceptLabel(answer.kind, open.event?.cancelled === true)}
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
          {answer.unreadable !== null && (
            <Notice tone="danger" title={unreadableWords.title}>
              {answer.unreadable}
            </Notice>
          )}
          {openAnswerNotices(open).map(({ tone, title, text }) => (
            <Notice key={title} tone={tone} title={title}>
              {text}
            </Notice>
          ))}
          {!retouching && <Obstacles open={open} />}
          {edited !== null && choices !== null ? (
            <EntryEditor
              entry={edited}
              choices={choices}
              faults={faults}
              proposedLogo={open.entry?.logo ?? null}
              onEntry={setEdited}
            />
          ) : editedEvent !== null && choices !== null ? (
            <EventEditor
              event={editedEvent}
              choices={choices}
              faults={faults}
              proposedPicture={open.event?.picture ?? { choice: 'none' }}
              onEvent={setEditedEvent}
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
  faults.length === 0 || answer.state !== 'à relire' || answer.unreadable !== null ? null : (
    <Notice tone="warning" title="À régler avant de publier">
      <ul>
        {faults.map(({ message }, rank) => (
          <li key={rank}>{message}</li>
        ))}
      </ul>
    </Notice>
  );

const Comparison = ({ open }: { open: OpenAnswer }) => {
  const isNew = (open.entry === null && !open.corrects) || open.answer.kind === 'nouvelle association';
  const picture = open.entry?.logo ?? open.event?.picture;
  return (
    <>
      {open.logo !== null && (
        <Card title={open.event === null ? 'Logo proposé' : 'Affiche proposée'}>
          <Box>
            <img
              src={open.logo}
              alt={picture?.choice === 'new' ? picture.alt : ''}
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
          <Link tag={RouterLink} to={associationPath(open.answer.association)}>
            Ouvrir la fiche de l’association
          </Link>
        </Flex>
      )}
    </>
  );
};
