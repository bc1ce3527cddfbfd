/**
 * How many answers wait, known to the menu wherever one is: read now and then, and told at once by the desk itself. A
 * colleague's decision is known before somebody walks over to ask.
 */
const STALE_AFTER_MS = 15_000;

let count = 0;
let readAt = 0;
const listeners = new Set<() => void>();

export const waitingAnswers = {
  get: (): number => count,

  set: (next: number, now = Date.now()): void => {
    readAt = now;
    if (next === count) return;
    count = next;
    for (const listener of listeners) listener();
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Strapi draws its menu anew at every page: only one of these asks the server. */
  takeTurn: (now = Date.now()): boolean => {
    if (now - readAt < STALE_AFTER_MS) return false;
    readAt = now;
    return true;
  },
};
