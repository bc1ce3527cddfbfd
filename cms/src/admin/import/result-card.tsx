import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportChange, ImportView } from '../../domain/contract/desk/import.ts';
import { Card } from '../kit/card.tsx';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { Fold } from '../kit/fold.tsx';
import { Notice } from '../kit/notice.tsx';
import { recordPath } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAct } from '../kit/use-act.ts';
import { readChanges, undoImport } from './import-api.ts';
import {
  changeWords,
  leftWords,
  lineTexts,
  placeWords,
  resultWords,
  undoUntilWords,
  unpublishedWords,
  wordsOf,
} from './import-words.ts';

/** What is said at once; more than that is opened by who wants to read it. */
const MOST_AT_ONCE = 10;

interface ResultProps {
  view: ImportView;
  refresh: () => Promise<void>;
}

/** What an import did, and the way back: whole, or line by line. */
export const ResultCard = ({ view, refresh }: ResultProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [changes, setChanges] = useState<readonly ImportChange[] | null>(null);
  const { id, result, progress, stage } = view;
  const words = wordsOf(view);
  const isIdle = progress === null;
  useEffect(() => {
    let alive = true;
    if (isIdle)
      void act(() => readChanges(client, id)).then((read) => {
        if (alive && read) setChanges(read);
      });
    return () => {
      alive = false;
    };
    // `act` is another function at each render, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, id, isIdle, stage]);
  const undo = async (only: readonly string[] | null) => {
    await act(() => undoImport(client, id, only));
    await refresh();
  };
  const undoable = (changes ?? []).filter(({ state }) => state === 'done').length;
  const undoUntil = undoUntilWords(view, undoable);
  return (
    <>
      <Card
        title={stage === 'undone' ? words.undone : words.done}
        action={
          undoable > 0 &&
          isIdle && (
            <ConfirmAct
              title={words.undoTitle}
              meaning={words.undoMeaning}
              label={words.undoAll}
              variant="danger-light"
              onConfirm={() => undo(null)}
            >
              <Button variant="danger-light" loading={underWay}>
                {words.undoAll}
              </Button>
            </ConfirmAct>
          )
        }
      >
        {result !== null && <Typography textColor="neutral800">{resultWords(result, view.source)}</Typography>}
        {undoUntil !== null && (
          <Typography variant="pi" textColor="neutral600">
            {undoUntil}
          </Typography>
        )}
        {result !== null && result.left.length > 0 && (
          <Notice tone="warning" title={words.notTakenTitle}>
            {result.left.map(({ line, name, reason }) => (
              <div key={line}>{leftWords(view, { line, name, reason })}</div>
            ))}
          </Notice>
        )}
        {result !== null && result.unpublished.length > 0 && (
          <Fold title={unpublishedWords(view, result)} open={result.unpublished.length <= MOST_AT_ONCE}>
            {result.unpublished.map(({ line, name, reason }) => (
              <Typography key={line} tag="p" textColor="neutral800">
                {leftWords(view, { line, name, reason })}
              </Typography>
            ))}
          </Fold>
        )}
      </Card>
      {changes !== null && changes.length > 0 && (
        <Card title={words.changes}>
          <PlainTable
            caption={words.changes}
            heads={view.source === 'events' ? lineTexts(view.source).changeHeads : words.changeHeads}
            rows={changes.map((change) => ({
              key: change.id,
              cells: [
                placeWords(view.source, change.line).replace(/^\D+/, ''),
                <Box key="title" maxWidth="32rem" style={{ whiteSpace: 'normal' }}>
                  {change.state === 'gone' || (change.state === 'undone' && change.isNew) ? (
                    <Typography textColor="neutral800">{change.title}</Typography>
                  ) : (
                    <Link tag={RouterLink} to={recordPath(change.uid, change.documentId)}>
                      {change.title}
                    </Link>
                  )}
                </Box>,
                <Box key="what" style={{ whiteSpace: 'normal' }}>
                  <Typography textColor="neutral800">{changeWords(change, view.source)}</Typography>
                </Box>,
                change.state === 'done' && isIdle ? (
                  <Button
                    key="undo"
                    size="S"
                    variant="tertiary"
                    disabled={underWay}
                    aria-label={words.undoNamed(change.title)}
                    onClick={() => void undo([change.id])}
                  >
                    {words.undoOne}
                  </Button>
                ) : (
                  <Flex key="nothing" />
                ),
              ],
            }))}
          />
        </Card>
      )}
    </>
  );
};
