/** Lists as forms change them: never in place. */

export const replaced = <T>(list: readonly T[], index: number, item: T): T[] => list.with(index, item);
export const removed = <T>(list: readonly T[], index: number): T[] => list.toSpliced(index, 1);
export const inserted = <T>(list: readonly T[], index: number, item: T): T[] => list.toSpliced(index, 0, item);
