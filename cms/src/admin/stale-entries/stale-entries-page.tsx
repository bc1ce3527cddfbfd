import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, EyeStriked } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { TakenOffline, StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import { dayOf } from '../../domain/dates.ts';
import { plural, sortByName } from '../../domain/french.ts';
import { FigureList } from '../kit/figure-list.tsx';
import { Card } from '../kit/card.tsx';
import { problemOf } from '../kit/problem.ts';
import { useAct } from '../kit/use-act.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { LongList } from '../kit/long-list.tsx';
import { usePolling } from '../kit/use-polling.ts';
import { readStaleEntries, takeOffline } from './stale-entries-api.ts';
import {
  byDeparture,
  leavesOn,
  silence,
  takenWords,
  takingOffline,
  staleEntriesFigures,
  staleEntriesHead,
  staleEntriesWords as words,
  type SilentEntry,
} from './stale-entries-words.ts';
import { Statement } from '../kit/statement.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { associationPath, boardPaths, staleEntriesPaths } from '../kit/paths.ts';

/** Days pass slowly: only an answer that is accepted meanwhile changes this page. */
const ASK_AGAIN_MS = 60_000;

type Answer = { report: StaleEntriesReport } | { problem: string };

/** « Fiches sans nouvelles »: what silence has led to, whom to call, and the editor's act when many are to leave at once. */
export const StaleEntriesPage = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <StaleEntries />
  </Page.Protect>
);

const StaleEntries = () => {
  const client = useFetchClient();
  const ask = (): Promise<Answer> =>
    readStaleEntries(client).then(
      (report) => ({ report }),
      (error: unknown) => ({ problem: problemOf(error) }),
    );
  const { answer, refresh } = usePolling(ask, () => ASK_AGAIN_MS);
  const [taken, setTaken] = useState<TakenOffline | null>(null);
  if (answer === null) return <Page.Loading>Chargement des fiches sans nouvelles</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  const { report } = answer;
  const done = async (result: TakenOffline) => {
    // First what there is now: else the page would say that it is done beside the button that offers it.
    await refresh();
    setTaken(result);
  };
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header
        title={words.title}
        subtitle={words.subtitle}
        navigationAction={
          <Link tag={RouterLink} to={boardPaths.current} startIcon={<ArrowLeft />}>
            Campagne
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Card
            title="Où en est l’annuaire"
            action={report.needsEditor && <TakeOffline count={report.due.length} onDone={done} />}
          >
            {taken !== null && <Statement words={takenWords(taken)} live />}
            <Statement words={staleEntriesHead(report)} />
            <FigureList figures={staleEntriesFigures(report.counts)} />
            <Link tag={RouterLink} to={staleEntriesPaths.rules}>
              {words.rules}
            </Link>
          </Card>
          <Entries {...words.due} entries={sortByName(report.due, ({ name }) => name)} sentence={silence} />
          <Entries {...words.unreached} entries={sortByName(report.unreached, ({ name }) => name)} sentence={silence} />
          <Entries
            {...words.warned}
            entries={byDeparture(report.warned)}
            sentence={(entry) => leavesOn(entry, dayOf(new Date()))}
          />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface TakeOfflineProps {
  count: number;
  onDone: (result: TakenOffline) => Promise<void>;
}

const TakeOffline = ({ count, onDone }: TakeOfflineProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { title, meaning, act: label } = takingOffline(count);
  const doIt = async () => {
    const result = await act(() => takeOffline(client));
    if (result) await onDone(result);
  };
  return (
    <ConfirmAct title={title} meaning={meaning} label={label} variant="danger-light" onConfirm={doIt}>
      <Button variant="danger-light" startIcon={<EyeStriked />} loading={underWay}>
        {label}
      </Button>
    </ConfirmAct>
  );
};

interface EntriesProps<Entry extends SilentEntry> {
  title: string;
  help: string;
  entries: readonly Entry[];
  sentence: (entry: Entry) => string;
}

const Entries = <Entry extends SilentEntry>({ title, help, entries, sentence }: EntriesProps<Entry>) => (
  <Card title={entries.length === 0 ? title : `${title} (${plural(entries.length, 'association')})`}>
    {entries.length === 0 ? (
      <Typography tag="p">{words.nobody}</Typography>
    ) : (
      <>
        <Typography tag="p" textColor="neutral600">
          {help}
        </Typography>
        <LongList items={entries} keyOf={({ association }) => association}>
          {(entry) => (
            <>
              <Link tag={RouterLink} to={associationPath(entry.association)}>
                {entry.name}
              </Link>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {sentence(entry)}
              </Typography>
            </>
          )}
        </LongList>
      </>
    )}
  </Card>
);
