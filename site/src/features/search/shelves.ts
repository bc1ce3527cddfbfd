/**
 * The index has two shelves, in one Pagefind bundle.
 *
 * - `pages`: what can be read, one record per page (association, event, guide, resource, action).
 * - `activities`: what one can go to, one record per activity, with its own place, ages and days. A question about those
 *   is only ever asked here, so that an entry with two activities never matches "8 ans" from one and "mercredi" from the
 *   other. What has a place without being an activity (an association that lists none, an event, a resource) stands here too.
 *
 * A visitor downloads the list of records of a shelf before the first result: two shelves halve it. Pagefind keeps one index
 * per language, hence the private subtag (BCP 47) that tells the second one from the first; both use the French stemmer.
 */
export const shelves = { pages: 'fr', activities: 'fr-x-activites' } as const;

export type Shelf = keyof typeof shelves;

/** Folder of the bundle, under the root of the site. */
export const BUNDLE = 'pagefind';

/**
 * How filters are cut into files. A visitor downloads a facet whole (`facet`), which also gives the count beside each value; a
 * large directory would make that heavy, so there each value is a filter of its own (`value`), only the values that are asked are
 * fetched, and there are no counts.
 */
export type Grain = 'facet' | 'value';

/** Measured: at this size a first question about age, day and commune costs 165 kB. */
const MOST_ACTIVITIES_BY_FACET = 6_000;

export function grainFor(activities: number): Grain {
  return activities > MOST_ACTIVITIES_BY_FACET ? 'value' : 'facet';
}

/** Name of the filter that a value of a facet is, when each value is one; its only value is `'1'`. */
export const valueFilter = (facet: string, value: string): string => `${facet}:${value}`;

/** Types of result: the value in the URL and in the index. */
export const resultTypes = ['associations', 'agenda', 'guides', 'ressources', 'plan-d-actions'] as const;

export type ResultType = (typeof resultTypes)[number];

/** The one field of metadata that is searched: the words of the name. */
export const NAME_FIELD = 'mots';

/**
 * How much a question that is the name itself counts, on top of the score of the text, where the name stands three times and the
 * label of an activity twice.
 */
export const metaWeights = { [NAME_FIELD]: 5 };
