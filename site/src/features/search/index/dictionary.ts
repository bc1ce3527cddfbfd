/** Gives each different value the next rank. */
export function dictionary<T>(keyOf: (value: T) => string) {
  const ranks = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    rank(value: T): number {
      const key = keyOf(value);
      const known = ranks.get(key);
      if (known !== undefined) return known;
      ranks.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
