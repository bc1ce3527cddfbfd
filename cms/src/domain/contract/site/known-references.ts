import type { SiteExport } from './site-export.ts';

interface Identified {
  readonly id: string;
}

const byId = (a: Identified, b: Identified): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Which references lead to one of these records: of a list those that do, of a single one itself or null. */
function referencesTo(records: readonly Identified[]) {
  const ids = new Set(records.map(({ id }) => id));
  return {
    list: (references: readonly string[]): string[] => references.filter((id) => ids.has(id)),
    one: (reference: string | null): string | null => (reference !== null && ids.has(reference) ? reference : null),
  };
}

/**
 * The export with references only to records that are in it, each list in the order of the ids: the same content gives the
 * same bytes. A record is missing when it is not published, or when the contract refused it.
 */
export function keepKnownReferences(content: SiteExport): SiteExport {
  const themes = referencesTo(content.themes);
  const audiences = referencesTo(content.audiences);
  const communes = referencesTo(content.communes);
  const venues = referencesTo(content.venues);
  const associations = referencesTo(content.associations);
  const events = referencesTo(content.events);
  const guides = referencesTo(content.guides);
  const resources = referencesTo(content.resources);
  const actions = referencesTo(content.actionPlans.flatMap((plan) => plan.axes.flatMap((axis) => axis.actions)));

  return {
    ...content,
    home: {
      ...content.home,
      highlightedAssociations: associations.list(content.home.highlightedAssociations),
      highlightedGuides: guides.list(content.home.highlightedGuides),
    },
    themes: content.themes.map((theme) => ({ ...theme, parent: themes.one(theme.parent) })).sort(byId),
    audiences: [...content.audiences].sort(byId),
    communes: [...content.communes].sort(byId),
    venues: content.venues.map((venue) => ({ ...venue, commune: communes.one(venue.commune) })).sort(byId),
    associations: content.associations
      .map((one) => ({
        ...one,
        themes: themes.list(one.themes),
        audiences: audiences.list(one.audiences),
        commune: communes.one(one.commune),
        communesOfActivity: communes.list(one.communesOfActivity),
      }))
      .sort(byId),
    events: content.events
      .map((event) => ({
        ...event,
        venue: venues.one(event.venue),
        organisers: associations.list(event.organisers),
        participants: associations.list(event.participants),
        themes: themes.list(event.themes),
        actions: actions.list(event.actions),
      }))
      .sort(byId),
    guides: content.guides
      .map((guide) => ({
        ...guide,
        themes: themes.list(guide.themes),
        associations: associations.list(guide.associations),
        actions: actions.list(guide.actions),
        guides: guides.list(guide.guides),
      }))
      .sort(byId),
    resources: content.resources
      .map((resource) => ({
        ...resource,
        owner: associations.one(resource.owner),
        commune: communes.one(resource.commune),
        themes: themes.list(resource.themes),
        actions: actions.list(resource.actions),
      }))
      .sort(byId),
    actionPlans: content.actionPlans
      .map((plan) => ({
        ...plan,
        axes: plan.axes.map((axis) => ({
          ...axis,
          actions: axis.actions.map((action) => ({
            ...action,
            associations: associations.list(action.associations),
            events: events.list(action.events),
            resources: resources.list(action.resources),
            guides: guides.list(action.guides),
          })),
        })),
      }))
      .sort(byId),
  };
}
