/** Labels of the criteria that a search may have, by facet and value, as the search page shows them. */
import { days } from '@trame/cms/domain/vocabulary/days';
import type { Words } from '../../i18n/words.ts';
import { knownValues, type Facet, type KnownValues } from './state.ts';

/** What editors put in the directory. */
export interface NamedValues {
  readonly theme: readonly Named[];
  readonly commune: readonly Named[];
  readonly public: readonly Named[];
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

/** Sentences of `fr.json` that say a value. */
export type LabelWords = Pick<Words['search'], 'moments' | 'prices' | 'accesses' | 'volunteersWanted' | 'types'>;

/** @returns the values that exist, and the label of each; one that does not exist is its own label */
export function labelsOf(
  words: LabelWords,
  named: NamedValues,
): { readonly known: KnownValues; readonly labelOf: (facet: Facet, value: string) => string } {
  const slugs = (list: readonly Named[]): string[] => list.map(({ slug }) => slug);
  const names = (list: readonly Named[]) => new Map(list.map(({ slug, name }) => [slug, name]));
  const labels: Readonly<Record<Facet, ReadonlyMap<string, string>>> = {
    theme: names(named.theme),
    commune: names(named.commune),
    public: names(named.public),
    jour: new Map(days.terms.map(({ value, label }) => [value, label])),
    moment: new Map(Object.entries(words.moments)),
    prix: new Map(Object.entries(words.prices)),
    acces: new Map(Object.entries(words.accesses)),
    benevoles: new Map([['oui', words.volunteersWanted]]),
    type: new Map(Object.entries(words.types)),
    age: new Map(),
  };
  return {
    known: knownValues({ theme: slugs(named.theme), commune: slugs(named.commune), public: slugs(named.public) }),
    labelOf: (facet, value) => labels[facet].get(value) ?? value,
  };
}
