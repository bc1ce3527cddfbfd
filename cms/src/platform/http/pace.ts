import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Pace } from './limits.ts';
import { publicRefusals } from './public-refusals.ts';

/** In memory: one process serves the CMS, and a restart that forgives is no harm. */
const limiters = new Map<string, RateLimiterMemory>();

function limiterOf(name: string, { times, seconds }: Pace): RateLimiterMemory {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds });
  limiters.set(name, limiter);
  return limiter;
}

const keyOf = (who: string): string => createHash('sha256').update(who).digest('base64url').slice(0, 22);

/**
 * Counts one more of `name` for `who` (an address, a link, a recipient; kept as a hash only).
 * @returns null while it is within the pace, else the seconds to wait
 */
export async function countOne(name: string, who: string, pace: Pace): Promise<number | null> {
  try {
    await limiterOf(name, pace).consume(keyOf(who));
    return null;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000));
  }
}

/** Counts one more of `name` for `who`. @throws {Refused} past the pace, with how long to wait */
export async function holdToPace(name: string, who: string, pace: Pace): Promise<void> {
  const wait = await countOne(name, who, pace);
  if (wait !== null) throw publicRefusals.tooMany(wait);
}

/** Takes one back that was counted: it turned out to be none of those that the pace is about. */
export async function uncountOne(name: string, who: string, pace: Pace): Promise<void> {
  await limiterOf(name, pace).reward(keyOf(who));
}
