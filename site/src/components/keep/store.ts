/** The selection in the storage of this browser. */
import { readKept, STORAGE_KEY, writeKept, type Kept } from './kept.ts';
import { storedText } from './stored-text.ts';

const stored = storedText(STORAGE_KEY);

export const load = (): Kept[] => readKept(stored.load());
/** @returns false where this browser did not take it */
export const save = (kept: readonly Kept[]): boolean => stored.save(writeKept(kept));
