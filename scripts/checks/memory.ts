/**
 * What was read of the files of one release after the other: a file of the same bytes at the same address is read once. Every gate
 * still answers for the whole release; what it needs of a file that did not change is remembered (issue 13).
 */
import { hash } from 'node:crypto';

export interface ReadMemory {
  /**
   * @param what is read of the file: one word for each reading
   * @param make reads it; a function of these bytes and this address alone
   */
  once<Result>(what: string, address: string, bytes: Uint8Array, make: () => Result): Result;
  /** The release is read: what it does not hold is forgotten, so that nothing stays of what was taken off the directory. */
  end(): void;
}

export function createReadMemory(): ReadMemory {
  let last = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    once(what, address, bytes, make) {
      const key = `${what} ${hash('sha256', bytes)} ${address}`;
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
