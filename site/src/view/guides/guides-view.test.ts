import type { Guide } from '@trame/cms/domain/contract/site/guide';
import { describe, expect, it } from 'vitest';
import { freshOn, groupByKind } from './guides-view.ts';

const guide = (title: string, kind: Guide['kind'], date: string | null = null) => ({ title, kind, date }) as Guide;

describe('groupByKind', () => {
  it('sorts practical guides by title and the rest by date, and leaves empty kinds out', () => {
    const groups = groupByKind([
      guide('Relais du bénévolat', 'expérience', '2018-03-01'),
      guide('L’assurance', 'guide pratique', '2020-01-01'),
      guide('Ateliers', 'expérience', null),
      guide('Écrire ses statuts', 'guide pratique', '2024-01-01'),
      guide('Coopérative', 'expérience', '2021-06-01'),
    ]);
    expect(groups.map(({ anchor, guides }) => [anchor, guides.map(({ title }) => title)])).toEqual([
      ['guides-pratiques', ['L’assurance', 'Écrire ses statuts']],
      ['experiences', ['Coopérative', 'Relais du bénévolat', 'Ateliers']],
    ]);
  });

  it('is empty without guides', () => {
    expect(groupByKind([])).toEqual([]);
  });
});

describe('freshOn', () => {
  it('takes the later of the two days, and does not believe an update before the beginning', () => {
    expect(freshOn({ date: '2020-01-01', updatedOn: '2024-01-01' })).toBe('2024-01-01');
    expect(freshOn({ date: '2020-01-01', updatedOn: '2019-01-01' })).toBe('2020-01-01');
    expect(freshOn({ date: null, updatedOn: '2019-01-01' })).toBe('2019-01-01');
    expect(freshOn({ date: '2020-01-01', updatedOn: null })).toBe('2020-01-01');
    expect(freshOn({ date: null, updatedOn: null })).toBeNull();
  });
});
