/**
 * What was read of the files of one release after the other: a file of the same bytes at the same address is read once. Every gate
 * still answers for the whole release; what it needs of a file that did not change is remembered (issue 13).
 */
import { hash } from 'node:crypto';
import { createRemembered } from '@trame/site/remembered';

export interface ReadMemory {
  /**
   * @param what is read of the file: one word for each reading
   * @param make reads it; a function of these bytes and this address alone
   */
  once<Result>(what: string, address: string, bytes: Uint8Array, make: () => Result): Result;
  /** The release is read: what it does not hold is forgotten. */
  end(): void;
}

export function createReadMemory(): ReadMemory {
  const remembered = createRemembered();
  return {
    once: (what, address, bytes, make) => remembered.once(`${what} ${hash('sha256', bytes)} ${address}`, make),
    end: () => remembered.end(),
  };
}
