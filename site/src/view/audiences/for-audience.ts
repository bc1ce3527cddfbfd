/** What there is for an audience ("6-10 ans", "Aînés"). */
import { agesOverlap } from '@trame/cms/domain/ages';
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Audience, Theme } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../content/index-content.ts';

export interface ForAudience {
  readonly association: Association;
  /** Those of its activities that are for this audience; empty when the association as a whole says that it is. */
  readonly activities: readonly Activity[];
}
export interface AudienceGroup {
  readonly theme: Theme;
  readonly found: readonly ForAudience[];
}

const hasAges = ({ ageMin, ageMax }: Pick<Activity, 'ageMin' | 'ageMax'>): boolean =>
  ageMin !== null || ageMax !== null;

/**
 * Whether an activity is for the audience: by its ages where both tell some; else by what its association says of itself.
 */
function isFor(audience: Audience, association: Association, activity: Activity): boolean {
  if (hasAges(activity) && hasAges(audience)) return agesOverlap(activity, audience);
  return association.audiences.includes(audience.id);
}

/** Under the chapter of each association's first theme, in the order of the site. Linear in the number of activities. */
export function forAudience(
  content: Pick<Content, 'associations' | 'themes' | 'themeTree'>,
  audience: Audience,
): AudienceGroup[] {
  const found = content.associations.all
    .map((association): ForAudience => ({
      association,
      activities: association.activities.filter((activity) => isFor(audience, association, activity)),
    }))
    .filter(
      ({ association, activities }) =>
        activities.length > 0 || (association.activities.length === 0 && association.audiences.includes(audience.id)),
    );
  const chapterOf = ({ themes }: Association): string | undefined => {
    const first = content.themes.byId(themes[0] ?? '');
    return first?.parent ?? first?.id;
  };
  return content.themeTree
    .map(({ theme }) => ({ theme, found: found.filter(({ association }) => chapterOf(association) === theme.id) }))
    .filter(({ found: inIt }) => inIt.length > 0);
}
