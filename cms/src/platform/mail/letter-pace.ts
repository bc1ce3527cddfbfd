import type { Pace } from '../http/limits.ts';
import { countOne } from '../http/pace.ts';

type Named = readonly [name: string, pace: Pace];

/** Each of these letters opens the space to whom it went to, for as long: a stranger who spends them all locks nobody out. */
const AT_ONCE: Named = ['sign-in letters, a quarter of an hour', { times: 3, seconds: 15 * 60 }];
/** More than anybody needs in a day. */
const A_DAY: Named = ['sign-in letters, a day', { times: 24, seconds: 24 * 3600 }];
/** Past that the letters of this morning open nothing any more, and whoever they belong to still has to get in. */
const PAST_THAT: Named = ['sign-in letters past the share of a day', { times: 1, seconds: 3600 }];

/**
 * May one more letter that lets somebody in go to this mailbox, whoever asks? Too few to bury anybody in letters (48 a day), and never none for
 * longer than an hour, whatever strangers ask for in its name.
 * @param email in lower case
 */
export async function mayGetLetter(email: string): Promise<boolean> {
  const fits = async ([name, pace]: Named) => (await countOne(name, email, pace)) === null;
  return (await fits(AT_ONCE)) && ((await fits(A_DAY)) || (await fits(PAST_THAT)));
}
