import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { OpenAnswer } from '../../domain/contract/desk/review.ts';
import { problemOf } from '../kit/problem.ts';
import { openAnswer, tellStillOpen } from './desk-api.ts';

/** The other editors are told for ten minutes: a page that is still read says so again in time. */
const TELL_EVERY_MS = 4 * 60_000;

export interface Opened {
  readonly open: OpenAnswer | null;
  readonly problem: string | null;
}

/** One answer beside what is published; null before it is read. */
export function useAnswer(id: string) {
  const client = useFetchClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const replace = useCallback((open: OpenAnswer) => setOpened({ open, problem: null }), []);

  useEffect(() => {
    let alive = true;
    // What the editor is looking at stays: only who else has it open is taken over. A change of the entry shows when one decides.
    const tell = async () => {
      if (document.hidden) return;
      const still = await tellStillOpen(client, id);
      if (!alive) return;
      setOpened((now) =>
        now?.open ? { ...now, open: { ...now.open, answer: { ...now.open.answer, ...still } } } : now,
      );
    };
    // The page serves without it: the first decision counts, whoever was told.
    const tellQuietly = () => void tell().catch(() => undefined);
    openAnswer(client, id).then(
      (open) => {
        if (!alive) return;
        setOpened({ open, problem: null });
        tellQuietly();
      },
      (error: unknown) => alive && setOpened({ open: null, problem: problemOf(error) }),
    );
    const timer = window.setInterval(tellQuietly, TELL_EVERY_MS);
    return () => {
      alive = false;
      window.clearInterval(timer);
    };
  }, [client, id]);

  return { opened, replace };
}
