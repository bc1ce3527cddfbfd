/** The selection in the storage of this browser; where storage is refused, it lasts as long as the page. */
import { readKept, STORAGE_KEY, writeKept, type Kept } from './kept.ts';

let inPage = '';

export function load(): Kept[] {
  try {
    return readKept(localStorage.getItem(STORAGE_KEY));
  } catch {
    return readKept(inPage);
  }
}

export function save(kept: readonly Kept[]): void {
  inPage = writeKept(kept);
  try {
    if (kept.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, inPage);
  } catch {
    // A private window may refuse: what is kept is lost with it.
  }
}
