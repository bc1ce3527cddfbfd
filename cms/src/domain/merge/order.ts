/** The order of a list of which two versions were changed. */

/** The items of `keys` that are in `kept`, in the order of `keys`. */
const among = (keys: readonly number[], kept: ReadonlySet<number>): number[] => keys.filter((key) => kept.has(key));

const sameOrder = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/**
 * Puts two orders of a list together: who moved something is followed, and what the other one added stands after what it was
 * put after.
 * @param base keys in the order from which both were made
 * @returns null when both moved things, each otherwise
 */
export function mergeOrders(
  base: readonly number[],
  mine: readonly number[],
  theirs: readonly number[],
  result: ReadonlySet<number>,
): number[] | null {
  const common = new Set(base.filter((key) => mine.includes(key) && theirs.includes(key)));
  const was = among(base, common);
  const iMoved = !sameOrder(among(mine, common), was);
  const theyMoved = !sameOrder(among(theirs, common), was);
  if (iMoved && theyMoved && !sameOrder(among(mine, common), among(theirs, common))) return null;
  const [first, second] = theyMoved ? [theirs, mine] : [mine, theirs];
  const order = among(first, result);
  let after = -1;
  for (const key of second) {
    const at = order.indexOf(key);
    if (at !== -1) after = at;
    else if (result.has(key)) {
      // Behind what was put at the same place in the other one.
      after += 1;
      while (after < order.length && !second.includes(order[after] as number) && !base.includes(order[after] as number))
        after += 1;
      order.splice(after, 0, key);
    }
  }
  for (const key of result) if (!order.includes(key)) order.push(key);
  return order;
}
