import { Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { OpenMatters as Matters } from '../../domain/contract/desk/open-matters.ts';
import { LongList } from '../kit/long-list.tsx';
import { Notice } from '../kit/notice.tsx';
import { associationPath, boardPaths, deskPaths } from '../kit/paths.ts';
import { readOpenMatters } from './editions-api.ts';
import { openMattersWords as words } from './edition-words.ts';

interface OpenMattersProps {
  edition: string;
  /** When the proof was printed; null without one. */
  since: string | null;
}

/** « Avant de figer »: what is still open. It refuses nothing: the editor decides. */
export const OpenMatters = ({ edition, since }: OpenMattersProps) => {
  const client = useFetchClient();
  const [matters, setMatters] = useState<Matters | null>(null);
  useEffect(() => {
    let alive = true;
    readOpenMatters(client, edition, since).then(
      (known) => alive && setMatters(known),
      () => alive && setMatters(null),
    );
    return () => {
      alive = false;
    };
  }, [client, edition, since]);
  if (matters === null) return null;
  const { campaign, waitingAnswers, unpublished, changedSince } = matters;
  const lines: ReactNode[] = [
    campaign && (
      <Link key="campaign" tag={RouterLink} to={boardPaths.board(campaign.id)}>
        {words.campaign(campaign)}
      </Link>
    ),
    waitingAnswers > 0 && (
      <Link key="answers" tag={RouterLink} to={deskPaths.queue}>
        {words.answers(waitingAnswers)}
      </Link>
    ),
    changedSince.length > 0 && (
      <Named key="changed" title={words.changed(changedSince.length)} entries={changedSince} />
    ),
    unpublished.length > 0 && (
      <Named key="unpublished" title={words.unpublished(unpublished.length)} entries={unpublished} />
    ),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={words.title}>
      <ul>
        {lines.map((line, rank) => (
          <li key={rank}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
};

const Named = ({ title, entries }: { title: string; entries: Matters['changedSince'] }) => (
  <>
    <Typography tag="p">{title}</Typography>
    <LongList items={entries} keyOf={({ id }) => id}>
      {({ id, name }) => (
        <Link tag={RouterLink} to={associationPath(id)}>
          {name}
        </Link>
      )}
    </LongList>
  </>
);
