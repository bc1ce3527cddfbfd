/** Which chapters have guides: decided once a release. */
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';

export interface GuideTheme {
  readonly theme: Theme;
  readonly guides: readonly Guide[];
}

/** Chapters with at least one guide, in the order of the site. */
const read = derived(
  'themes of guides',
  ({ themeTree, guidesOfTheme }: Pick<Content, 'themeTree' | 'guidesOfTheme'>): readonly GuideTheme[] =>
    themeTree
      .map(({ theme }) => ({ theme, guides: guidesOfTheme(theme.id) }))
      .filter(({ guides }) => guides.length > 0),
);
export const guideThemes = () => read(content);

/** Two segments, so that no guide's slug can ever take its place. */
export const guideThemePath = ({ slug }: Theme): string => `/guides/themes/${slug}/`;
