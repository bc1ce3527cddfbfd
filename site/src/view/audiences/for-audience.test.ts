import type { Activity } from '@trame/cms/domain/contract/site/association';
import type { Audience } from '@trame/cms/domain/contract/site/territory';
import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { forAudience } from './for-audience.ts';

const activity = (label: string, ageMin: number | null, ageMax: number | null): Activity => ({
  ...{ label, description: null, ageMin, ageMinUnit: 'ans', ageMax, ageMaxUnit: 'ans' },
  ...{ slots: [], price: null, place: null, communeCode: null, season: null },
});
const children: Audience = { id: 'enfants', slug: 'enfants', name: '6-10 ans', position: 1, ageMin: 6, ageMax: 10 };
const told = (...associations: Parameters<typeof sampleAssociation>[0][]) =>
  forAudience(
    indexContent(
      sampleExport({
        associations: associations.map((changes, at) =>
          sampleAssociation({ id: `a${at}`, slug: `a${at}`, ...changes }),
        ),
      }),
    ),
    children,
  ).flatMap(({ theme, found }) => found.map(({ activities }) => [theme.name, activities.map(({ label }) => label)]));

describe('forAudience', () => {
  it('goes by the ages of each activity', () => {
    const activities = [activity('Éveil', 3, 5), activity('Judo', 8, null), activity('Jeux', null, 6)];
    expect(told({ themes: ['judo-et-lutte'], activities })).toEqual([['Sports', ['Judo', 'Jeux']]]);
  });

  it('believes the association where an activity says no age, and only then', () => {
    const mine = { themes: ['culture'], audiences: ['enfants'] };
    expect(told({ ...mine, activities: [activity('Chorale', null, null), activity('Adultes', 18, null)] })).toEqual([
      ['Culture', ['Chorale']],
    ]);
    expect(told({ ...mine, activities: [] })).toEqual([['Culture', []]]);
    expect(told({ ...mine, audiences: [], activities: [activity('Chorale', null, null)] })).toEqual([]);
    expect(told({ ...mine, activities: [activity('Adultes', 18, null)] })).toEqual([]);
  });
});
