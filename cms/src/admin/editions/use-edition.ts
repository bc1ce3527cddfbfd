import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditionState } from '../../domain/contract/press/edition-state.ts';
import { follow } from '../kit/follow.ts';
import { problemOf } from '../kit/problem.ts';
import type { EditionRecord } from './edition-record.ts';
import { askAgainAfter } from './edition-words.ts';
import { listenToState, readEdition, readState } from './editions-api.ts';

export interface EditionAnswer {
  /** Null when it could not be read. */
  record: EditionRecord | null;
  state: EditionState | null;
  /** Why one of the two is missing, in French. */
  problem: string | null;
}

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve();
    });
  });

/**
 * The record of an edition and where its printing stands, as the deployer tells it while the page is looked at; null before the
 * first answer.
 */
export function useEdition(documentId: string) {
  const client = useFetchClient();
  const token = useAuth('useEdition', (auth) => auth.token);
  const [answer, setAnswer] = useState<EditionAnswer | null>(null);
  /** Read when a connection is made: a new token is no reason to make another one. */
  const latest = useRef({ token, state: answer?.state ?? null });
  useEffect(() => {
    latest.current = { token, state: answer?.state ?? null };
  });

  const read = useCallback(
    async (signal?: AbortSignal) => {
      const [record, state] = await Promise.allSettled([
        readEdition(client, documentId),
        readState(client, documentId),
      ]);
      if (signal?.aborted) return;
      const failed = [record, state].find(({ status }) => status === 'rejected');
      setAnswer({
        record: record.status === 'fulfilled' ? record.value : null,
        state: state.status === 'fulfilled' ? state.value : null,
        problem: failed?.status === 'rejected' ? problemOf(failed.reason) : null,
      });
    },
    [client, documentId],
  );

  useEffect(() => {
    let leave = new AbortController();
    const begin = () => {
      leave.abort();
      leave = new AbortController();
      const { signal } = leave;
      // A browser gives a site six connections: a page that nobody looks at keeps none.
      if (document.hidden) return;
      void follow({
        read: () => read(signal),
        listen: (ended) =>
          listenToState(documentId, latest.current.token, ended, (state) =>
            setAnswer((known) => known && { ...known, state, problem: known.record === null ? known.problem : null }),
          ),
        pause: () => askAgainAfter(latest.current.state),
        sleep,
        signal,
      });
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      document.removeEventListener('visibilitychange', begin);
      leave.abort();
    };
  }, [documentId, read]);

  return { answer, refresh: read };
}
