/**
 * A vocabulary that code depends on. (Themes, communes and audiences are not here: editors manage those in the CMS.)
 *
 * `value` is what the database stores and what Strapi's admin shows in its lists, so it is the French word an editor
 * would use, in lower case and with its accents; Strapi has no separate label for an enumeration (decision 0004).
 */
export interface Term<Value extends string = string> {
  readonly value: Value;
  /** What a reader of the site or the booklet sees. */
  readonly label: string;
  /** One sentence for whoever hesitates between two terms. */
  readonly description?: string;
}

export interface Vocabulary<Value extends string> {
  readonly terms: readonly Term<Value>[];
  /** The stored values, in order; non-empty, so that zod and Strapi can make an enumeration of them. */
  readonly values: readonly [Value, ...Value[]];
  /** The label of a stored value. */
  label(value: Value): string;
  /** Position in the vocabulary, for sorting. */
  rank(value: Value): number;
}

/** Builds a vocabulary from its terms. @throws {Error} when a value stands twice or the list is empty: a programming error. */
export function defineVocabulary<const Value extends string>(terms: readonly Term<Value>[]): Vocabulary<Value> {
  const byValue = new Map(terms.map((term, rank) => [term.value, { term, rank }]));
  const [first, ...rest] = terms.map((term) => term.value);
  if (first === undefined || byValue.size !== terms.length) throw new Error('A vocabulary needs distinct terms');

  const entry = (value: Value) => {
    const found = byValue.get(value);
    if (!found) throw new Error(`Unknown term: ${value}`);
    return found;
  };
  return {
    terms,
    values: [first, ...rest],
    label: (value) => entry(value).term.label,
    rank: (value) => entry(value).rank,
  };
}
