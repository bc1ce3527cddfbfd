/** Slips of the finger: a letter too many, too few, another one, or two the wrong way round (optimal string alignment). */

/** How many slips a word of that length may hold: none in a short one, where each makes another word. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Which letters a word has, as bits; letters that share one only make the sieve coarser. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether a word may be within so many slips of what was typed: each slip accounts for one letter that it lacks. */
export function mayBeWithin(typedLetters: number, wordLetters: number, most: number): boolean {
  let lacking = typedLetters & ~wordLetters;
  for (let slips = 0; slips < most; slips += 1) lacking &= lacking - 1;
  return lacking === 0;
}

/** Two rows of the table of distances and the one before them, used again for each pair: a question compares thousands. */
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;
const LONGEST = 62;

/**
 * Slips between what was typed and a word, or `most + 1` when there are more.
 * @param asBeginning the word may go on: somebody is still typing
 */
export function slipsBetween(typed: string, word: string, most: number, asBeginning: boolean): number {
  const m = typed.length;
  const n = Math.min(word.length, asBeginning ? m + most : word.length);
  const over = most + 1;
  if (m > LONGEST || n > LONGEST || Math.abs(m - n) > most) return over;
  let [before, last, now] = ROWS as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= n; j += 1) last[j] = j;
  for (let i = 1; i <= m; i += 1) {
    now[0] = i;
    let least = i;
    for (let j = 1; j <= n; j += 1) {
      const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1);
      let slips = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        typed.charCodeAt(i - 1) === word.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      )
        slips = Math.min(slips, before[j - 2]! + 1);
      now[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return over;
    [before, last, now] = [last, now, before];
  }
  let slips = last[n]!;
  if (asBeginning) for (let j = 0; j < n; j += 1) slips = Math.min(slips, last[j]!);
  return Math.min(slips, over);
}
