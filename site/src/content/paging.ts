/** Long lists cut into pages that stay light on a phone: some 60 entries are 10 kB compressed. */
export const PAGE_SIZE = 60;

export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** The pages of a list; an empty list has one page, which says so. */
export function pagesOf<T>(items: readonly T[], size = PAGE_SIZE): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, at) => ({
    items: items.slice(at * size, (at + 1) * size),
    number: at + 1,
    count,
  }));
}

/** Address of a page of a list: the first one is the list's own. */
export function pagePath(base: string, number: number): string {
  return number === 1 ? base : `${base}${number}/`;
}

/** Numbers worth a link: both ends, and two on each side of the current one; null where some are left out. */
export function pageNumbers(current: number, count: number): (number | null)[] {
  const shown = [...new Set([1, 2, current - 2, current - 1, current, current + 1, current + 2, count - 1, count])]
    .filter((number) => number >= 1 && number <= count)
    .sort((a, b) => a - b);
  return shown.flatMap((number, at) => {
    const before = shown[at - 1];
    if (before === undefined || number === before + 1) return [number];
    // A gap of one page is written out: "…" would take as much room.
    return number === before + 2 ? [number - 1, number] : [null, number];
  });
}
