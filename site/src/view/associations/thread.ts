import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Content } from '../../content/index-content.ts';
import { threadColour } from '../../styles/palette.ts';

/** The colour of an association's thread: that of the chapter of its first theme. */
export function threadOf(content: Content, association: Pick<Association, 'themes'>): string {
  const theme = content.themes.byId(association.themes[0] ?? '');
  const chapter = theme?.parent ? content.themes.byId(theme.parent) : theme;
  return threadColour(chapter ?? { colour: null, position: 1 });
}
