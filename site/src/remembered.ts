/**
 * What a process works out for one release after the other: what comes again is not worked out again, and what a release does not
 * ask for is forgotten with its end, so that nothing stays of what was taken off the directory.
 */
export interface Remembered {
  /** @param make a function of what the key says alone */
  once<Result>(key: string, make: () => Result): Result;
  /** The release has asked for all. */
  end(): void;
}

export function createRemembered(): Remembered {
  let last = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    once(key, make) {
      if (now.has(key)) return now.get(key) as ReturnType<typeof make>;
      const result = last.has(key) ? (last.get(key) as ReturnType<typeof make>) : make();
      now.set(key, result);
      return result;
    },
    end() {
      last = now;
      now = new Map();
    },
  };
}
