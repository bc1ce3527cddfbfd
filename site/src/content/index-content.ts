/**
 * The export document, indexed once, so that a page finds what it shows without walking the whole directory:
 * every lookup below is a Map, every relation is followed in both directions, every list is already in the order of the site.
 */
import type { Action, ActionPlan, Axis } from '@trame/cms/domain/contract/site/action-plan';
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Resource } from '@trame/cms/domain/contract/site/resource';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Audience, Commune, Theme, Venue } from '@trame/cms/domain/contract/site/territory';
import { indexLetter, sortByName } from '@trame/cms/domain/french';
import { Territory } from '@trame/cms/domain/import/territory';
import { tellApart } from '@trame/cms/domain/told-apart';

/** An action with the plan and the axis it stands in. */
export interface PlacedAction {
  readonly plan: ActionPlan;
  readonly axis: Axis;
  readonly action: Action;
}

/** A chapter with its sub-themes, in the order of the site. */
export interface ThemeBranch {
  readonly theme: Theme;
  readonly children: readonly Theme[];
}

/** Records of one type: in order, by id and by slug. */
export interface Shelf<T> {
  readonly all: readonly T[];
  byId(id: string): T | undefined;
  bySlug(slug: string): T | undefined;
  /** The records of a list of ids, in the order of the list. Ids of records that are not published are left out. */
  some(ids: readonly string[]): T[];
}

export type Content = ReturnType<typeof indexContent>;

/** Indexes an export; linear in its size, called once a build. */
export function indexContent(source: SiteExport) {
  const themes = shelf<Theme>([...source.themes].sort((a, b) => a.position - b.position));
  const audiences = shelf<Audience>([...source.audiences].sort((a, b) => a.position - b.position));
  const communes = shelf<Commune>(sortByName(source.communes, (commune) => commune.name));
  const venues = shelf<Venue>(source.venues);
  const associations = shelf<Association>(sortByName(source.associations, (association) => association.name));
  const events = shelf<Event>(sortByFirstTiming(source.events));
  const guides = shelf<Guide>(source.guides);
  const resources = shelf<Resource>(sortByName(source.resources, (resource) => resource.title));

  const actions = source.actionPlans.flatMap((plan) =>
    plan.axes.flatMap((axis) => axis.actions.map((action): PlacedAction => ({ plan, axis, action }))),
  );
  const actionsById = new Map(actions.map((placed) => [placed.action.id, placed]));
  const communesByCode = new Map(source.communes.map((commune) => [commune.inseeCode, commune]));
  const tree = themeTree(themes.all);

  /** A sub-theme and its chapter: an association filed under one is found under both. */
  const withChapter = (id: string): string[] => {
    const parent = themes.byId(id)?.parent;
    return parent ? [id, parent] : [id];
  };
  const nameOf = tellApart(associations.all, ({ name, commune, acronym, themes: ids, activities }) => ({
    name,
    commune: (commune === null ? undefined : communes.byId(commune)?.name) ?? null,
    marks: [acronym, ...ids.map((id) => themes.byId(id)?.name ?? null), ...activities.map(({ label }) => label)],
  }));
  const communesOf = (association: Association): string[] => [
    ...(association.commune === null ? [] : [association.commune]),
    ...association.communesOfActivity,
  ];

  const territory = new Territory(source.communes.map((commune) => ({ ...commune, aliases: [] })));
  /** Where an event takes place: as its venue says; of a place in words, as its end says. */
  const communeOfEvent = ({ venue, place }: Pick<Event, 'venue' | 'place'>): Commune | undefined => {
    const id = venue === null ? territory.communeOfPlace(place ?? '')?.id : venues.byId(venue)?.commune;
    return id ? communes.byId(id) : undefined;
  };

  const associationsOfTheme = group(associations.all, (association) => association.themes.flatMap(withChapter));
  const associationsOfCommune = group(associations.all, communesOf);
  const associationsOfLetter = group(associations.all, (association) => [indexLetter(association.name)]);

  return {
    source,
    settings: source.settings,
    home: source.home,
    legal: source.legal,
    themes,
    themeTree: tree,
    audiences,
    communes,
    communeByCode: (inseeCode: string): Commune | undefined => communesByCode.get(inseeCode),
    venues,
    associations,
    /** What an association is called in a list: its name, and its commune when another one bears the same name. */
    nameOf,
    events,
    guides,
    resources,
    actionPlans: source.actionPlans,
    actions,
    action: (id: string): PlacedAction | undefined => actionsById.get(id),
    /** Associations of a theme; those of its sub-themes too when it is a chapter. */
    associationsOfTheme,
    /** Associations that have their seat or an activity in a commune. */
    associationsOfCommune,
    /** Associations by letter of the index: A to Z, `#` for the rest. */
    associationsOfLetter,
    /** How many: a page that says a number does not depend on what each of them says. */
    countOfTheme: (id: string): number => associationsOfTheme(id).length,
    countOfCommune: (id: string): number => associationsOfCommune(id).length,
    countOfLetter: (letter: string): number => associationsOfLetter(letter).length,
    /** Events that an association organises or takes part in. */
    eventsOfAssociation: group(events.all, (event) => [...event.organisers, ...event.participants]),
    eventsOfTheme: group(events.all, (event) => event.themes.flatMap(withChapter)),
    communeOfEvent,
    eventsOfCommune: group(events.all, (event) => [communeOfEvent(event)?.id ?? []].flat()),
    /** Events that are organised by associations for an audience: nobody says of an event itself whom it is for. */
    eventsOfAudience: group(events.all, (event) =>
      associations.some(event.organisers).flatMap((organiser) => organiser.audiences),
    ),
    resourcesOfAssociation: group(resources.all, (resource) => (resource.owner === null ? [] : [resource.owner])),
    resourcesOfTheme: group(resources.all, (resource) => resource.themes.flatMap(withChapter)),
    resourcesOfCommune: group(resources.all, (resource) => (resource.commune === null ? [] : [resource.commune])),
    guidesOfAssociation: group(guides.all, (guide) => guide.associations),
    guidesOfTheme: group(guides.all, (guide) => guide.themes.flatMap(withChapter)),
    actionsOfAssociation: group(actions, ({ action }) => action.associations),
    actionsOfEvent: group(actions, ({ action }) => action.events),
    actionsOfResource: group(actions, ({ action }) => action.resources),
    actionsOfGuide: group(actions, ({ action }) => action.guides),
  };
}

function shelf<T extends { readonly id: string; readonly slug: string }>(all: readonly T[]): Shelf<T> {
  const ids = new Map(all.map((record) => [record.id, record]));
  const slugs = new Map(all.map((record) => [record.slug, record]));
  return {
    all,
    byId: (id) => ids.get(id),
    bySlug: (slug) => slugs.get(slug),
    some: (wanted) => wanted.map((id) => ids.get(id)).filter((record) => record !== undefined),
  };
}

/** One pass, many keys: an item stands once under each of its keys. Returns a lookup that answers an empty list for an unknown key. */
function group<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const list = groups.get(key);
      if (list) list.push(item);
      else groups.set(key, [item]);
    }
  }
  return (key) => groups.get(key) ?? [];
}

function themeTree(themes: readonly Theme[]): ThemeBranch[] {
  const childrenOf = group(themes, (theme) => (theme.parent === null ? [] : [theme.parent]));
  return themes.filter((theme) => theme.parent === null).map((theme) => ({ theme, children: childrenOf(theme.id) }));
}

/** In order of time; events without a fixed date come last. */
function sortByFirstTiming(events: readonly Event[]): Event[] {
  const first = (event: Event): string => event.timings[0]?.begin ?? '9999';
  return [...events].sort((a, b) => first(a).localeCompare(first(b)) || a.title.localeCompare(b.title, 'fr'));
}
