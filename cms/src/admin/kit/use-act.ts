import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { problemOf } from './problem.ts';

interface Reactions {
  /** Said when it is done. */
  readonly done?: string;
  /** Takes a failure over; returns whether it did. */
  readonly failed?: (error: unknown) => boolean;
}

/**
 * Something that an editor asks for: shows that it is under way, and says why when it fails.
 * @returns a function that never rejects; it resolves to what the act answered, or to null when it failed
 */
export function useAct() {
  const { toggleNotification } = useNotification();
  const [acts, setActs] = useState(0);
  const act = async <Result>(doIt: () => Promise<Result>, { done, failed }: Reactions = {}): Promise<Result | null> => {
    setActs((before) => before + 1);
    try {
      const result = await doIt();
      if (done !== undefined) toggleNotification({ type: 'success', message: done });
      return result;
    } catch (error) {
      if (!failed?.(error)) toggleNotification({ type: 'danger', message: problemOf(error), timeout: 10_000 });
      return null;
    } finally {
      setActs((before) => before - 1);
    }
  };
  return { act, underWay: acts > 0 };
}
