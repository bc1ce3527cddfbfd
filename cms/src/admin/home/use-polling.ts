import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Asks again and again while the page is looked at.
 * @param ask must not reject
 * @param delay milliseconds until the next question, from the last answer
 * @returns the last answer (null before the first) and a function that asks at once
 */
export function usePolling<Answer>(ask: () => Promise<Answer>, delay: (answer: Answer | null) => number) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const latest = useRef({ ask, delay });
  latest.current = { ask, delay };
  const alive = useRef(true);
  const timer = useRef<number>();

  const refresh = useCallback(async () => {
    window.clearTimeout(timer.current);
    const next = await latest.current.ask();
    if (!alive.current) return;
    setAnswer(next);
    const again = () => (document.hidden ? schedule() : void refresh());
    const schedule = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(again, latest.current.delay(next));
    };
    schedule();
  }, []);

  useEffect(() => {
    alive.current = true;
    void refresh();
    return () => {
      alive.current = false;
      window.clearTimeout(timer.current);
    };
  }, [refresh]);

  return { answer, refresh };
}
