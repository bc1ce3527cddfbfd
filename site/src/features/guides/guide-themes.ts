/** Which chapters have guides: decided once a release. */
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { content } from '../../content/content.ts';

export interface GuideTheme {
  readonly theme: Theme;
  readonly guides: readonly Guide[];
}

/** Chapters with at least one guide, in the order of the site. */
export const guideThemes: readonly GuideTheme[] = content.themeTree
  .map(({ theme }) => ({ theme, guides: content.guidesOfTheme(theme.id) }))
  .filter(({ guides }) => guides.length > 0);

/** Two segments, so that no guide's slug can ever take its place. */
export const guideThemePath = ({ slug }: Theme): string => `/guides/themes/${slug}/`;
