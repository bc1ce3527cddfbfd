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
  useEffect(() => {
    latest.current = { ask, delay };
  });
  const look = useRef(() => Promise.resolve());

  useEffect(() => {
    let alive = true;
    let timer: number | undefined;
    async function lookNow(): Promise<void> {
      window.clearTimeout(timer);
      const next = await latest.current.ask();
      if (!alive) return;
      setAnswer(next);
      schedule(next);
    }
    function schedule(last: Answer): void {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (document.hidden ? schedule(last) : void lookNow()), latest.current.delay(last));
    }
    look.current = lookNow;
    void lookNow();
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, []);

  const refresh = useCallback(() => look.current(), []);
  return { answer, refresh };
}
