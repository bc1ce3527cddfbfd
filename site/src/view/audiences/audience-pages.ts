/** What there is for an audience, cut into pages that a phone can carry: in a large territory children alone have hundreds of clubs. */
import { pagesOf, type ListPage } from '../../content/paging.ts';
import type { AudienceGroup } from './for-audience.ts';

/** Those of a theme that goes on stand under its name again on the next page. */
export type AudiencePage = ListPage<AudienceGroup>;

export function audiencePages(groups: readonly AudienceGroup[], size?: number): AudiencePage[] {
  const lines = groups.flatMap(({ theme, found }) => found.map((one) => ({ theme, one })));
  return pagesOf(lines, size).map(({ items, number, count }) => ({
    items: groups.flatMap(({ theme }) => {
      const found = items.filter((line) => line.theme === theme).map(({ one }) => one);
      return found.length === 0 ? [] : [{ theme, found }];
    }),
    number,
    count,
  }));
}

/** On which page a theme begins. */
export const pageOfTheme = (pages: readonly AudiencePage[], { theme }: AudienceGroup): number =>
  pages.find(({ items }) => items.some((group) => group.theme === theme))?.number ?? 1;
