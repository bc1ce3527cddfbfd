/**
 * Works through a list, so many at the same time; the first failure ends it.
 * @param work is told which of the lanes it goes on, from 0
 */
export async function atOnce<T>(
  lanes: number,
  items: Iterable<T>,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const next = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let one = next.next(); one.done !== true; one = next.next()) await work(one.value, lane);
    }),
  );
}
