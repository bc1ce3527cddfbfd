import { createContext, useContext } from 'react';
import type { Fault } from '../problem.ts';

/** What is to be mended, for the fields to show beside themselves. */
export const Faults = createContext<readonly Fault[]>([]);

/** The sentence of one field, by its path ("contacts.0.phone"). */
export function useFault(path: string): string | undefined {
  return useContext(Faults).find((fault) => fault.path === path)?.message;
}

/** Of the control of a field, so that the list of faults can lead to it. */
export const controlId = (path: string): string => `entry-${path.replaceAll('.', '-')}`;
