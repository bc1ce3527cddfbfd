import { useEffect, useRef } from 'preact/hooks';

/** Runs `work` once, after the first rendering: what a screen asks the CMS for when it opens, and not at each change of its state. */
export function useOnOpen(work: () => void): void {
  const first = useRef(work);
  useEffect(() => first.current(), []);
}
