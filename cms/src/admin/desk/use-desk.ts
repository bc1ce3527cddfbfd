import { useFetchClient } from '@strapi/strapi/admin';
import type { Desk } from '../../domain/contract/desk/review.ts';
import { usePolling } from '../kit/use-polling.ts';
import { readDesk } from './desk-api.ts';
import { totalOf } from './desk-words.ts';
import { problemOf } from '../kit/problem.ts';
import { waitingAnswers } from './waiting-answers.ts';

const ASK_EVERY_MS = 15_000;

/** The queue, asked again while the page is looked at; null before the first answer. */
export function useDesk() {
  const client = useFetchClient();
  const ask = async (): Promise<{ desk: Desk | null; problem: string | null }> => {
    try {
      const desk = await readDesk(client);
      waitingAnswers.set(totalOf(desk));
      return { desk, problem: null };
    } catch (error) {
      return { desk: null, problem: problemOf(error) };
    }
  };
  return usePolling(ask, () => ASK_EVERY_MS);
}
