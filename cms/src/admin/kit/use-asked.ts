import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from './problem.ts';

/**
 * What the server answers to a question: asked when the page opens, and whenever the question is another one.
 * @param ask of `useCallback`: another function is another question
 * @returns the last answer, null before the first, or why there is none; a function that asks again, and ends with the answer on
 *   the page; one that puts in its place what an act answered. What was asked before is then forgotten, however late it comes.
 */
export function useAsked<Answer extends object>(ask: () => Promise<Answer>) {
  const [answer, setAnswer] = useState<Answer | { readonly problem: string } | null>(null);
  /** How often it was asked, or answered by an act. */
  const times = useRef(0);
  const refresh = useCallback(async (): Promise<void> => {
    const mine = (times.current += 1);
    const next = await ask().catch((error: unknown) => ({ problem: problemOf(error) }));
    if (mine === times.current) setAnswer(next);
  }, [ask]);
  const replace = useCallback((next: Answer): void => {
    times.current += 1;
    setAnswer(next);
  }, []);
  useEffect(() => {
    void refresh();
    return () => void (times.current += 1);
  }, [refresh]);
  return { answer, refresh, replace };
}
