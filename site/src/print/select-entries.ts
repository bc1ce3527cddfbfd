/** Which associations an edition prints. The one rule for the booklet, its pictures and its counts. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../content/index-content.ts';

export type EntrySelection = Pick<Edition, 'verifiedSince' | 'onlyCommunes' | 'onlyThemes'>;

/**
 * The entries of a booklet, in alphabetical order.
 *
 * Those that are for print; of these, when the edition says so, those that were verified since a day, that have their seat or
 * an activity in one of its communes, that stand in one of its chapters.
 * @param selection null for the site's own booklet: all that are for print
 */
export function selectEntries(content: Content, selection: EntrySelection | null): Association[] {
  const printed = content.associations.all.filter(({ inPrint }) => inPrint);
  if (selection === null) return printed;
  const { verifiedSince } = selection;
  const [communes, themes] = [new Set(selection.onlyCommunes), new Set(selection.onlyThemes)];
  return printed.filter(
    (association) =>
      (verifiedSince === null || (association.verifiedOn !== null && association.verifiedOn >= verifiedSince)) &&
      (communes.size === 0 || communesOf(association, content).some((id) => communes.has(id))) &&
      (themes.size === 0 || themes.has(chapterOf(association, content)?.id ?? '')),
  );
}

/** Seat, communes of activity and places of activities, once each. */
export function communesOf(association: Association, content: Pick<Content, 'communeByCode'>): string[] {
  const ofActivities = association.activities.map(({ communeCode }) =>
    communeCode === null ? undefined : content.communeByCode(communeCode)?.id,
  );
  const all = [association.commune, ...association.communesOfActivity, ...ofActivities];
  return [...new Set(all.filter((id) => id !== null && id !== undefined))];
}

/** The theme that an association stands under: its first one that is published. */
export function firstThemeOf({ themes }: Pick<Association, 'themes'>, content: Content): Theme | undefined {
  return content.themes.some(themes)[0];
}

/** The chapter of an association: the top of its first theme. A parent that is not published, or a circle of parents, ends the climb. */
export function chapterOf(association: Pick<Association, 'themes'>, content: Content): Theme | null {
  const { themes } = content;
  let top = firstThemeOf(association, content);
  for (let step = 0; step < themes.all.length && top?.parent; step += 1) {
    const parent = themes.byId(top.parent);
    if (parent === undefined) break;
    top = parent;
  }
  return top ?? null;
}
