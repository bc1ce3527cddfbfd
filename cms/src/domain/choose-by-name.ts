/** Names that correspond to a few letters, as an editor types them into a field that chooses a record. */
import { compareFrench, sortKey, withoutAccents } from './french.ts';

const fold = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The items whose name has every word that was typed, at the beginning of a word or inside it; accents, case, articles and
 * punctuation do not count. First those whose name begins like that, then those with a word that does, then the others, each in
 * the order of an index.
 *
 * @param typed empty for all of them
 */
export function chooseByName<Item>(items: readonly Item[], nameOf: (item: Item) => string, typed: string): Item[] {
  const words = fold(typed).split(' ').filter(Boolean);
  const ranked = items.flatMap((item) => {
    const name = fold(nameOf(item));
    if (!words.every((word) => name.includes(word))) return [];
    const beginning = words.join(' ');
    const begins = name.startsWith(beginning) || fold(sortKey(nameOf(item))).startsWith(beginning);
    const rank = begins ? 0 : words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2;
    return [{ item, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || compareFrench(nameOf(a.item), nameOf(b.item)))
    .map(({ item }) => item);
}

/** How an item of two levels is called, and what stands above it: empty for what stands by itself. */
export interface Placed {
  readonly name: string;
  readonly above: string;
}

/**
 * The same for items of two levels, such as themes. While nothing is typed each stands under what is above it, all in the order of
 * an index; of what is typed those that are called so come first, then those that stand under one that is.
 */
export function chooseInGroups<Item>(items: readonly Item[], placeOf: (item: Item) => Placed, typed: string): Item[] {
  const inOrder = [...items].sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return (
      compareFrench(one.above || one.name, other.above || other.name) ||
      // What stands above leads its group.
      Number(one.above !== '') - Number(other.above !== '') ||
      compareFrench(one.name, other.name)
    );
  });
  if (fold(typed) === '') return inOrder;
  const named = chooseByName(inOrder, (item) => placeOf(item).name, typed);
  const under = new Set(chooseByName(inOrder, (item) => `${placeOf(item).above} ${placeOf(item).name}`, typed));
  for (const item of named) under.delete(item);
  return [...named, ...inOrder.filter((item) => under.has(item))];
}
