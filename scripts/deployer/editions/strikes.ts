/** Counts what an address did wrong lately. */
import type { Clock } from '../../lib/clock.ts';

/** So many addresses are remembered: what guesses from more of them than that costs no memory. */
const MOST_ADDRESSES = 10_000;

export interface Strikes {
  /** One more. @returns false when the address has had its share for the present window */
  strike(address: string): boolean;
}

export function createStrikes({ most, perMs, clock }: { most: number; perMs: number; clock: Clock }): Strikes {
  const seen = new Map<string, { since: number; count: number }>();
  return {
    strike(address) {
      const now = clock.ticks();
      const known = seen.get(address);
      const entry = known && now - known.since < perMs ? known : { since: now, count: 0 };
      entry.count += 1;
      seen.delete(address); // to the end: the first of a Map is the one that was quiet for longest
      seen.set(address, entry);
      const oldest = seen.keys().next().value;
      if (seen.size > MOST_ADDRESSES && oldest !== undefined) seen.delete(oldest);
      return entry.count <= most;
    },
  };
}
