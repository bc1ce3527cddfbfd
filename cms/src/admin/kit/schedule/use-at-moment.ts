import { useEffect, useRef } from 'react';

/** No timer of a browser waits longer than 24 days: it is set anew. */
const LONGEST_MS = 3_600_000;
/** The job runs each minute. */
const AGAIN_MS = 10_000;

/**
 * Calls `look` once a moment has come, and again until the moment is another: what was planned for it has then happened.
 * @param at ISO 8601; null when nothing is awaited
 */
export function useAtMoment(at: string | null, look: () => Promise<unknown>): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (at === null) return;
    let timer: number | undefined;
    let alive = true;
    const wait = () => {
      if (!alive) return;
      const left = Date.parse(at) - Date.now();
      timer = window.setTimeout(
        () => {
          if (left > LONGEST_MS) wait();
          // What cannot be asked now is asked again.
          else void latest.current().then(wait, wait);
        },
        left > LONGEST_MS ? LONGEST_MS : Math.max(left, 0) + AGAIN_MS,
      );
    };
    wait();
    return () => {
      alive = false;
      window.clearTimeout(timer);
    };
  }, [at]);
}
