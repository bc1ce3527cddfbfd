/**
 * Under what the items of a list are filed, as the page writes it and as its script reads it: `ou:marsas quoi:atelier`. A way to
 * another page says in the same words what is there, so that its count follows the choice without that page being read.
 */

/** What is chosen, by the name of its field; a field that chooses all is absent. */
export type Choice = Readonly<Record<string, string>>;

/** One item, or several that are filed alike: its values by the name of the field. */
export type Filing = Readonly<Record<string, readonly string[]>>;

const NAME = /^[a-z]+$/;
const VALUE = /^[a-z0-9-]+$/;

/** @throws {Error} when a name or a value could not be told from what stands beside it */
export function filed(filing: Filing): string {
  const words = Object.entries(filing).flatMap(([name, values]) =>
    [...new Set(values)].map((value) => ({ name, value })),
  );
  for (const { name, value } of words)
    if (!NAME.test(name) || !VALUE.test(value)) throw new Error(`Nothing is filed under ${name}:${value}`);
  return words.map(({ name, value }) => `${name}:${value}`).join(' ');
}

/** Does what is filed so fit all that is chosen? */
export function fits(text: string, choice: Choice): boolean {
  const words = text.split(' ');
  return Object.entries(choice).every(([name, value]) => words.includes(`${name}:${value}`));
}

/** What stands elsewhere, those that are filed alike together: `quoi:atelier*3|quoi:forum*1`. */
export function summed(filings: readonly Filing[]): string {
  const sums = new Map<string, number>();
  for (const text of filings.map(filed)) sums.set(text, (sums.get(text) ?? 0) + 1);
  return [...sums].map(([text, count]) => `${text}*${count}`).join('|');
}

/** How many of a sum fit. */
export function countIn(sum: string, choice: Choice): number {
  return sum
    .split('|')
    .map((part) => part.split('*'))
    .filter(([text = '']) => fits(text, choice))
    .reduce((all, [, count]) => all + Number(count ?? 0), 0);
}

/** What an address chooses; a value that the page does not offer chooses nothing. @param offered values by name */
export function readChoice(query: URLSearchParams, offered: ReadonlyMap<string, readonly string[]>): Choice {
  return Object.fromEntries(
    [...offered].flatMap(([name, values]) => {
      const value = query.get(name);
      return value !== null && values.includes(value) ? [[name, value]] : [];
    }),
  );
}

/** The query of an address with a choice in it; what else the address asks for stays. @param names of all the fields */
export function writeChoice(query: URLSearchParams, names: readonly string[], choice: Choice): string {
  const next = new URLSearchParams(query);
  for (const name of names) {
    next.delete(name);
    const value = choice[name];
    if (value !== undefined) next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}
