/**
 * A pace that slows down instead of closing: after some tries that cost nothing each next one waits twice as long as the one
 * before it, up to a longest wait. Who guesses gets one try in that time; who shares their address, or their account, with them is
 * never kept out for longer.
 */
import { createHash } from 'node:crypto';

export interface GrowingPace {
  /** Tries that wait for nothing. */
  readonly free: number;
  /** Seconds until the next one then; twice as many each time after. */
  readonly first: number;
  /** Seconds that nobody waits more than. */
  readonly longest: number;
  /** Seconds without a try after which all is forgotten. */
  readonly forgotten: number;
}

/** Seconds to wait before the try may be made, or how it is taken back: it turned out to be none of those that count. */
export type Taken = { readonly wait: number } | { readonly giveBack: () => void };

interface Counted {
  tries: number;
  /** Instants in milliseconds. */
  notBefore: number;
  last: number;
}

/** In memory, as `pace.ts`: so many are kept, and the oldest go first. */
const MOST_KEPT = 50_000;

/**
 * Counts tries of one kind.
 * @param now milliseconds of a clock
 * @returns takes one try for `who` (an address, an account; kept as a hash only). One that has to wait is not counted
 */
export function growingWait(pace: GrowingPace, now: () => number = () => Date.now()): (who: string) => Taken {
  const kept = new Map<string, Counted>();

  const isOver = ({ last, notBefore }: Counted): boolean => now() - Math.max(last, notBefore) >= pace.forgotten * 1000;

  function forget(): void {
    for (const [key, counted] of kept) if (isOver(counted)) kept.delete(key);
    for (const key of kept.keys()) {
      if (kept.size <= MOST_KEPT) return;
      kept.delete(key);
    }
  }

  return (who) => {
    const key = createHash('sha256').update(who).digest('base64url').slice(0, 22);
    const known = kept.get(key);
    const counted = known && !isOver(known) ? known : { tries: 0, notBefore: 0, last: 0 };
    const wait = counted.notBefore - now();
    if (wait > 0) return { wait: Math.ceil(wait / 1000) };
    const before = { ...counted };
    counted.tries += 1;
    counted.last = now();
    const over = counted.tries - pace.free;
    if (over >= 0) counted.notBefore = now() + 1000 * Math.min(pace.longest, pace.first * 2 ** over);
    kept.delete(key); // the newest stands last
    kept.set(key, counted);
    if (kept.size > MOST_KEPT) forget();
    const mine = counted.tries;
    return {
      giveBack() {
        // Another try may have been counted since: its wait stays.
        if (counted.tries === mine) Object.assign(counted, before);
        else counted.tries -= 1;
        if (counted.tries === 0) kept.delete(key);
      },
    };
  };
}
