import { createContext, useContext, useEffect } from 'react';
import type { Fault } from '../problem.ts';

/** What is to be mended, for the fields to show beside themselves. */
export const Faults = createContext<readonly Fault[]>([]);

/** The sentence of one field, by its path ("contacts.0.phone"). */
export function useFault(path: string): string | undefined {
  return useContext(Faults).find((fault) => fault.path === path)?.message;
}

/** Of the control of a field, so that the list of faults can lead to it. */
export const controlId = (path: string): string => `entry-${path.replaceAll('.', '-')}`;

/** Where a field says that a text stands in it which chooses nothing: the form does not hold it, and would lose it. */
export interface Unread {
  /** @param message null when there is none (any more) */
  readonly tell: (path: string, message: string | null) => void;
}

/** Where nobody listens, the field alone says it. */
export const UnreadTexts = createContext<Unread>({ tell: () => undefined });

/** Says of a field that it holds such a text, as long as it does. */
export function useUnread(path: string, message: string | undefined): void {
  const { tell } = useContext(UnreadTexts);
  useEffect(() => {
    tell(path, message ?? null);
    return () => tell(path, null);
  }, [tell, path, message]);
}
