import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** Draws that only depend on the seed: the same on every machine, now and later. */
export interface Random {
  /** A whole number, both ends included. */
  integer(min: number, max: number): number;
  /** True with the given probability, in percent. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items (fewer when there are fewer), in an order that is drawn too. */
  sample<T>(items: readonly T[], count: number): T[];
}

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const integer = (min: number, max: number) => unsafeUniformIntDistribution(min, max, generator);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from');
    return items[integer(0, items.length - 1)]!;
  };
  return {
    integer,
    pick,
    chance: (percent) => integer(1, 100) <= percent,
    sample: (items, count) => {
      const rest = [...items];
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(integer(0, rest.length - 1), 1)[0]!,
      );
    },
  };
}
