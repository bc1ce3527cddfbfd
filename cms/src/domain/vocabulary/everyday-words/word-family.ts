/**
 * Words that people say for one thing. A resident asks in words of their own ("footing", "de quoi manger"), an association
 * describes itself in others ("course à pied", "aide alimentaire"): a family joins them (issue #12).
 *
 * Words are written as French writes them, in the singular where both are said; accents, case, plurals, feminine forms and the
 * small words between them (de, à, l’, du, mon…) do not count when they are compared. A phrase of several words is only met whole.
 */
export interface WordFamily {
  /** Name of the family among the others: letters, digits and hyphens. */
  readonly id: string;
  /** What residents call it, as a sentence of the results page names it: "la course à pied". */
  readonly label: string;
  /** Words of which one, in the text of an entry, tells that the entry is about this. They also ask for it. */
  readonly says: readonly string[];
  /** Words by which people ask for it, which in an entry’s text would prove nothing ("manger" for food parcels). */
  readonly asks: readonly string[];
  /** Families that are the next best thing where a territory has nothing of this one, the closest first. */
  readonly near?: readonly string[];
}
