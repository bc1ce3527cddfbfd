import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { EditionState } from '../../domain/contract/edition-state.ts';
import { usePolling } from '../home/use-polling.ts';
import { problemOf, readEdition, readState } from './editions-api.ts';
import { editionPollingDelay, type EditionRecord } from './edition-words.ts';

export interface EditionAnswer {
  /** Null when it could not be read. */
  record: EditionRecord | null;
  state: EditionState | null;
  /** Why one of the two is missing, in French. */
  problem: string | null;
}

/** The record of an edition and where its printing stands, asked again while the page is looked at; null before the first answer. */
export function useEdition(documentId: string) {
  const client = useFetchClient();
  const ask = async (): Promise<EditionAnswer> => {
    const [record, state] = await Promise.allSettled([readEdition(client, documentId), readState(client, documentId)]);
    const failed = [record, state].find(({ status }) => status === 'rejected');
    return {
      record: record.status === 'fulfilled' ? record.value : null,
      state: state.status === 'fulfilled' ? state.value : null,
      problem: failed?.status === 'rejected' ? problemOf(failed.reason) : null,
    };
  };
  return usePolling(ask, (answer) => editionPollingDelay(answer?.state ?? null));
}

/**
 * Something that an editor asks for: shows that it is under way, and says why when it fails.
 * @returns a function that never rejects; it resolves to whether the act succeeded
 */
export function useAct() {
  const { toggleNotification } = useNotification();
  const [underWay, setUnderWay] = useState(false);
  const act = async (doIt: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setUnderWay(true);
    try {
      await doIt();
      if (done !== undefined) toggleNotification({ type: 'success', message: done });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemOf(error), timeout: 10_000 });
      return false;
    } finally {
      setUnderWay(false);
    }
  };
  return { act, underWay };
}
