import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../content/index-content.ts';
import { communesOf } from '../../view/volunteers/seeking.ts';

/** What the filter of the page files an association under. */
export const filingOf = (content: Pick<Content, 'communes'>, one: Association, theme: Theme) => ({
  ou: communesOf(content, one).map(({ slug }) => slug),
  theme: [theme.slug],
});
