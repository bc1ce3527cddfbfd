/** The page's sentences with their blanks filled, and what is asked said in words. */
import { activeFacets, type Facet, type SearchState } from '../state.ts';
import type { PageConfig } from '../page-config.ts';

type Live = PageConfig['words'];

export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));

/** Zero and one are singular in French. */
export const counted = ({ one, other }: { one: string; other: string }, count: number): string =>
  fill(count < 2 ? one : other, { count: count.toLocaleString('fr-FR') });

export interface Criterion {
  readonly facet: Facet;
  /** Absent for the age, which has one value. */
  readonly value?: string;
  readonly label: string;
}

/** What is asked besides the words, one entry for each value. @param labelOf label of a value, as its control shows it */
export function criteria(
  state: SearchState,
  words: Live,
  labelOf: (facet: Facet, value: string) => string,
): Criterion[] {
  return activeFacets(state).flatMap((facet): Criterion[] => {
    if (facet === 'age') {
      const { count: age, unit } = state.age ?? { count: 0, unit: 'ans' };
      const sentence = unit === 'mois' ? words.ageMonths : age < 2 ? words.ageYoung : words.ageValue;
      return [{ facet, label: fill(sentence, { age }) }];
    }
    return state[facet].map((value) => {
      const label = labelOf(facet, value);
      return { facet, value, label: facet === 'jour' ? fill(words.dayValue, { day: label.toLowerCase() }) : label };
    });
  });
}

/** "« judo », 8 ans, le mercredi, Cavignac" */
export function inWords(state: SearchState, words: Live, labelOf: (facet: Facet, value: string) => string): string {
  const question = state.q.trim() === '' ? [] : [fill(words.questionValue, { q: state.q.trim() })];
  return [...question, ...criteria(state, words, labelOf).map(({ label }) => label)].join(', ');
}
