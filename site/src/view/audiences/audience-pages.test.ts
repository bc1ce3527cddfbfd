import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { describe, expect, it } from 'vitest';
import { sampleAssociation } from '../../content/sample-export.ts';
import { audiencePages, pageOfTheme } from './audience-pages.ts';
import type { AudienceGroup } from './for-audience.ts';

const group = (name: string, ...slugs: string[]): AudienceGroup => ({
  theme: { id: name, slug: name, name } as Theme,
  found: slugs.map((slug) => ({ association: sampleAssociation({ id: slug, slug }), activities: [] })),
});
const told = (groups: readonly AudienceGroup[]) =>
  groups.map(({ theme, found }) => [theme.name, ...found.map(({ association }) => association.slug)]);

describe('the pages of an audience', () => {
  const groups = [group('Sports', 'a', 'b', 'c'), group('Culture', 'd'), group('Loisirs', 'e')];
  const pages = audiencePages(groups, 2);

  it('are full, in their order, and name a theme again where it goes on', () => {
    expect(pages.map(({ items }) => told(items))).toEqual([
      [['Sports', 'a', 'b']],
      [
        ['Sports', 'c'],
        ['Culture', 'd'],
      ],
      [['Loisirs', 'e']],
    ]);
    expect(pages.map(({ number, count }) => [number, count])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('say where a theme begins', () => {
    expect(groups.map((one) => pageOfTheme(pages, one))).toEqual([1, 2, 3]);
  });

  it('are one when there is nothing, which says so', () => {
    expect(audiencePages([])).toEqual([{ items: [], number: 1, count: 1 }]);
  });
});
