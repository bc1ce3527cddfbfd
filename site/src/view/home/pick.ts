/**
 * A few items of a list, other ones each day, so that the last of the alphabet get their turn on the home page; the same
 * ones all day, so that two builds of one day give one page.
 *
 * @param day `YYYY-MM-DD`
 */
export function pickOfTheDay<T>(items: readonly T[], day: string, count: number): T[] {
  if (items.length <= count) return [...items];
  const dayNumber = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const start = (dayNumber * count) % items.length;
  return Array.from({ length: count }, (_, at) => items[(start + at) % items.length] as T);
}
