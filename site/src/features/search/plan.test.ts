import { describe, expect, it } from 'vitest';
import { isHopeless, isIdle, pagefindFilters, planCounts, planSearch } from './plan.ts';
import { emptyState, type SearchState } from './state.ts';

const years = (count: number) => ({ count, unit: 'ans' as const });

const ranges = ['0-120', '6-12', '60-120'];
const plan = (state: Partial<SearchState>) => planSearch({ ...emptyState, ...state }, ranges);

describe('what Pagefind is asked', () => {
  it('looks among pages until a facet asks for an activity', () => {
    expect(plan({ q: 'l’amitié' })).toEqual({ shelf: 'pages', term: 'amitié', filters: {} });
    expect(plan({ theme: ['sports'], public: ['enfants'], type: ['guides'] }).shelf).toBe('pages');
    expect(plan({ commune: ['cavignac'] }).shelf).toBe('activities');
    expect(plan({ jour: ['mardi'] }).shelf).toBe('activities');
    expect(plan({ age: years(8) })).toEqual({ shelf: 'activities', term: null, filters: { age: ['0-120', '6-12'] } });
  });

  it('knows a question that asks nothing, and one that nothing can answer', () => {
    expect(isIdle(plan({ q: ' de la ' }))).toBe(true);
    expect(isIdle(plan({ age: years(8) }))).toBe(false);
    expect(isHopeless(planSearch({ ...emptyState, age: years(8) }, ['60-120']))).toBe(true);
    expect(isHopeless(plan({ age: years(8) }))).toBe(false);
  });

  it('asks any value of a facet and every facet at once, however filters are cut', () => {
    const asked = plan({ age: years(8), jour: ['mardi', 'jeudi'] });
    expect(pagefindFilters(asked, 'facet')).toEqual({
      jour: { any: ['mardi', 'jeudi'] },
      age: { any: ['0-120', '6-12'] },
    });
    expect(pagefindFilters(asked, 'value')).toEqual({
      all: [
        { any: [{ 'jour:mardi': '1' }, { 'jour:jeudi': '1' }] },
        { any: [{ 'age:0-120': '1' }, { 'age:6-12': '1' }] },
      ],
    });
    expect(pagefindFilters(plan({ q: 'judo' }), 'value')).toEqual({});
  });

  it('counts a facet without its own choice, where choosing it leads, in as few searches as can be', () => {
    const counts = planCounts({ ...emptyState, q: 'danse', commune: ['cavignac'] }, ranges);
    expect(counts.find(({ facets }) => facets.includes('commune'))?.plan).toEqual({
      shelf: 'activities',
      term: 'danse',
      filters: {},
    });
    expect(counts.find(({ facets }) => facets.includes('theme'))?.plan.filters).toEqual({ commune: ['cavignac'] });
    expect(counts).toHaveLength(2);
    expect(planCounts(emptyState, ranges).map(({ facets, plan: { shelf } }) => [shelf, facets])).toEqual([
      ['pages', ['theme', 'public', 'type']],
      ['activities', ['commune', 'jour']],
    ]);
  });
});
