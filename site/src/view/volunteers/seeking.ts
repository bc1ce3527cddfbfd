import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Commune, Theme } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../content/index-content.ts';

/** Who looks for volunteers, under one chapter. */
export interface SeekingGroup {
  readonly theme: Theme;
  readonly associations: readonly Association[];
}

/** Where somebody would help: the seat, and where it is active. */
export const communesOf = (
  content: Pick<Content, 'communes'>,
  { commune, communesOfActivity }: Pick<Association, 'commune' | 'communesOfActivity'>,
): readonly Commune[] => content.communes.some([...new Set([commune ?? [], communesOfActivity].flat())]);

/** Associations that look for volunteers, each once, under the chapter of its first theme, in the order of the site. */
export function seekingVolunteers(content: Pick<Content, 'associations' | 'themes' | 'themeTree'>): SeekingGroup[] {
  const chapterOf = ({ themes }: Association): string | undefined => {
    const first = content.themes.byId(themes[0] ?? '');
    return first?.parent ?? first?.id;
  };
  const seeking = content.associations.all.filter(({ seeksVolunteers }) => seeksVolunteers);
  return content.themeTree
    .map(({ theme }) => ({ theme, associations: seeking.filter((one) => chapterOf(one) === theme.id) }))
    .filter(({ associations }) => associations.length > 0);
}
