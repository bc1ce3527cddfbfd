/** How long to wait before a program that died is started again. */

export const FIRST_MS = 1000;
export const LONGEST_MS = 60_000;
/** A program that ran so long was well: its next death is a new trouble. */
const STEADY_MS = 5 * 60_000;

export interface Pause {
  /** @param ranMs how long it ran @returns milliseconds to wait: twice as many each time, up to a minute */
  after(ranMs: number): number;
}

export function createPause(): Pause {
  let next = FIRST_MS;
  return {
    after(ranMs) {
      if (ranMs >= STEADY_MS) next = FIRST_MS;
      const now = next;
      next = Math.min(next * 2, LONGEST_MS);
      return now;
    },
  };
}
