/** Pictures and documents that a form does not hold yet: those that are being sent, and those that nobody has described. */
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';

export interface OnTheirWay {
  /** @param sending resolves to whether the file arrived and stands in the form */
  readonly follow: (sending: Promise<boolean>) => void;
  /** How many wait in a field to be described. @param field any name of its own */
  readonly wait: (field: string, count: number) => void;
}

/** Where nobody asks for a save, nobody waits. */
export const FilesOnTheirWay = createContext<OnTheirWay>({ follow: () => undefined, wait: () => undefined });

/** Tells the form how many pictures wait in this field. */
export function useWaiting(count: number): void {
  const { wait } = useContext(FilesOnTheirWay);
  const field = useId();
  useEffect(() => {
    wait(field, count);
    return () => wait(field, 0);
  }, [wait, field, count]);
}

/** For the form that holds the fields. */
export function useFilesOnTheirWay() {
  const sendings = useRef(new Set<Promise<boolean>>());
  const [waiting, setWaiting] = useState<ReadonlyMap<string, number>>(new Map());
  const told = useMemo<OnTheirWay>(
    () => ({
      follow(sending) {
        sendings.current.add(sending);
        void sending.then(() => sendings.current.delete(sending));
      },
      wait: (field, count) =>
        setWaiting((before) => ((before.get(field) ?? 0) === count ? before : new Map([...before, [field, count]]))),
    }),
    [],
  );
  return {
    told,
    areSent: () => sendings.current.size === 0,
    /** Resolves once nothing is being sent any more, to whether all of it arrived. */
    async arrived(): Promise<boolean> {
      let all = true;
      while (sendings.current.size > 0) {
        const each = await Promise.all(sendings.current);
        all &&= each.every((one) => one);
      }
      return all;
    },
    /** Pictures that were chosen and are not described: the record is without them. */
    waiting: [...waiting.values()].reduce((sum, count) => sum + count, 0),
  };
}
