import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { OpenAnswer } from '../../domain/contract/review.ts';
import { openAnswer } from './desk-api.ts';
import { problemOf } from './problem.ts';

/** Opening an answer tells the others for ten minutes: whoever is still reading says so again in time. */
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
    openAnswer(client, id).then(
      (open) => alive && setOpened({ open, problem: null }),
      (error: unknown) => alive && setOpened({ open: null, problem: problemOf(error) }),
    );
    // What the editor is looking at stays: only who else has it open is taken over. A change shows when one decides.
    const tell = async () => {
      if (document.hidden) return;
      const { answer } = await openAnswer(client, id);
      if (alive) setOpened((now) => (now?.open ? { ...now, open: { ...now.open, answer } } : now));
    };
    const timer = window.setInterval(() => void tell().catch(() => undefined), TELL_EVERY_MS);
    return () => {
      alive = false;
      window.clearInterval(timer);
    };
  }, [client, id]);

  return { opened, replace };
}
