import { Box, Button, EmptyStateLayout, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { z } from 'zod';
import type { JournalLine } from '../../domain/contract/desk/review.ts';
import { clockOf } from '../../domain/dates.ts';
import { formatClock } from '../../domain/slots.ts';
import { Card } from '../kit/card.tsx';
import { Difference } from '../kit/differences.tsx';
import { Notice } from '../kit/notice.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { Fold } from '../kit/fold.tsx';
import { readJournal } from './journal-api.ts';
import { byDay, changesWords, filteredSubtitle, heads, reverting } from './journal-words.ts';
import { PutBackDialog } from './put-back-dialog.tsx';
import type { Client } from '../kit/client.ts';
import { readRecord } from '../kit/content-manager.ts';
import { ASSOCIATION_UID, associationPath, journalPaths } from '../kit/paths.ts';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** « Journal »: who decided what and when, of everything or of one association. */
export const JournalPage = () => {
  const [search] = useSearchParams();
  const association = search.get('association');
  const record = search.get('record');
  return (
    <Page.Protect permissions={MAY_DECIDE}>
      <Journal
        key={association ?? record}
        association={association}
        record={association === null ? record : null}
        asked={search.get('ligne')}
      />
    </Page.Protect>
  );
};

const Named = z.object({ name: z.string() });

/** The name of an association; null when it is there no more. */
const nameOf = (client: Client, association: string | null): Promise<string | null> =>
  association === null
    ? Promise.resolve(null)
    : readRecord(client, ASSOCIATION_UID, association, Named).then(
        ({ name }) => name,
        () => null,
      );

interface WhoseProps {
  association: string | null;
  record: string | null;
}

interface JournalProps extends WhoseProps {
  /** The line whose former state is asked for when the page opens: somebody comes from the history of its record. */
  asked: string | null;
}

const paramsOf = ({ association, record }: WhoseProps) =>
  association !== null ? { association } : record !== null ? { record } : {};

const Journal = ({ association, record, asked }: JournalProps) => {
  const client = useFetchClient();
  const { answer: found, refresh } = useAsked(
    useCallback(async () => {
      const [lines, name] = await Promise.all([
        readJournal(client, paramsOf({ association, record })),
        nameOf(client, association),
      ]);
      return { lines, name };
    }, [client, association, record]),
  );

  if (found === null) return <Page.Loading>Chargement du journal</Page.Loading>;
  if ('problem' in found) return <Page.Error content={found.problem} />;
  const { lines, name } = found;
  // Of one that is gone, what its last line calls it.
  const isOfOne = association !== null || record !== null;
  const subject = isOfOne ? (name ?? lines[0]?.subject) : undefined;
  return (
    <Page.Main>
      <Page.Title>Journal</Page.Title>
      <Layouts.Header
        title="Journal"
        subtitle={
          subject === undefined
            ? 'Qui a décidé quoi, et quand. Personne ne peut le réécrire.'
            : filteredSubtitle(subject)
        }
        secondaryAction={
          isOfOne && (
            <Flex gap={4}>
              {association !== null && (
                <Link tag={RouterLink} to={associationPath(association)}>
                  Fiche de l’association
                </Link>
              )}
              <Link tag={RouterLink} to={journalPaths.all}>
                Tout le journal
              </Link>
            </Flex>
          )
        }
      />
      <Layouts.Content>
        {lines.length === 0 ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content="Rien n’a encore été décidé." />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {byDay(lines, new Date()).map(({ day, title, lines: ofDay }) => (
              <Card key={day} title={title}>
                <Box tag="ol" style={{ listStyle: 'none', padding: 0 }}>
                  {ofDay.map((line) => (
                    <Line key={line.id} line={line} asked={line.id === asked} refresh={refresh} />
                  ))}
                </Box>
              </Card>
            ))}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

interface LineProps {
  line: JournalLine;
  asked: boolean;
  refresh: () => Promise<void>;
}

const Line = ({ line, asked, refresh }: LineProps) => (
  <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
    <Flex gap={2} alignItems="baseline" wrap="wrap">
      <Typography variant="omega" textColor="neutral600">
        {formatClock(clockOf(line.at))}
      </Typography>
      {line.association === null ? (
        <Typography fontWeight="bold">{line.subject}</Typography>
      ) : (
        <Link tag={RouterLink} to={journalPaths.of(line.association)}>
          {line.subject}
        </Link>
      )}
      <Typography variant="omega">{`${line.what}, par ${line.who}`}</Typography>
    </Flex>
    {line.unreadable !== null && (
      <Box paddingTop={2}>
        <Notice tone="warning" title={line.unreadable} />
      </Box>
    )}
    {line.differences.length > 0 && (
      <Box paddingTop={2}>
        <Fold title={changesWords(line)} open={asked}>
          <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
            {line.differences.map((difference) => (
              <Difference key={difference.field} difference={difference} heads={heads} />
            ))}
            {line.revertible && <Revert line={line} asked={asked} refresh={refresh} />}
          </Flex>
        </Fold>
      </Box>
    )}
  </Box>
);

const Revert = ({ line, asked, refresh }: LineProps) => {
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState(asked);
  const done = async (told: readonly string[]) => {
    setAsking(false);
    toggleNotification({ type: 'success', message: reverting.done(line.subject) });
    if (told.length > 0)
      toggleNotification({ type: 'warning', title: reverting.toldTitle, message: told.join(' '), timeout: 20_000 });
    await refresh();
  };
  return (
    <Flex>
      <Button variant="secondary" size="S" startIcon={<ArrowsCounterClockwise />} onClick={() => setAsking(true)}>
        {reverting.button}
      </Button>
      {asking && <PutBackDialog line={line} onClose={() => setAsking(false)} onDone={(told) => void done(told)} />}
    </Flex>
  );
};
