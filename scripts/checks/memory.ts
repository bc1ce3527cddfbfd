/**
 * What was read of the files of one release after the other: a file of the same bytes at the same address is read once. Every gate
 * still answers for the whole release; what it needs of a file that did not change is remembered (issue 13).
 *
 * A file that the disk says is the same one, by number, size and time, is not even opened: a release takes over what did not change
 * as a second name of one file (`site/src/program/kept-files.ts`).
 */
import { hash } from 'node:crypto';
import { createRemembered, type Remembered } from '@trame/site/remembered';

/** A file of a release. */
export interface SeenFile {
  readonly address: string;
  /** The same for the same file, as the disk tells it; another one as soon as it was written to. */
  readonly mark: string;
  readonly bytes: () => Buffer;
}

export interface ReadMemory {
  /**
   * @param what is read of the file: one word for each reading
   * @param make reads it; a function of these bytes and this address alone
   */
  once<Result>(what: string, file: SeenFile, make: (bytes: Buffer) => Result): Result;
  /** The same of a text that stands in many files. @param make a function of the text alone */
  ofText<Result>(what: string, text: string, make: () => Result): Result;
  /** The release is read: what it does not hold is forgotten. */
  end(): void;
}

export function createReadMemory(): ReadMemory {
  const remembered = createRemembered();
  const asked = new Set<Remembered>();
  /** By what is read of them, and not in one key with it: a directory of a thousand has a million values. */
  const textsOf = (what: string): Remembered => {
    const texts = remembered.once(`texts ${what}`, createRemembered);
    asked.add(texts);
    return texts;
  };
  return {
    once(what, { address, mark, bytes }, make) {
      const digest = remembered.once(`digest ${mark} ${address}`, () => hash('sha256', bytes()));
      return remembered.once(`${what} ${digest} ${address}`, () => make(bytes()));
    },
    ofText: (what, text, make) => textsOf(what).once(text, make),
    end: () => {
      remembered.end();
      for (const texts of asked) texts.end();
      asked.clear();
    },
  };
}
