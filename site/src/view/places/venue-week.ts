/** What a venue holds: the activities of its week, and the events to come. */
import type { Activity, Association, Slot } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Venue } from '@trame/cms/domain/contract/site/territory';
import { compareSlots } from '@trame/cms/domain/slots';
import { slugify } from '@trame/cms/domain/slug';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';

export interface VenueActivity {
  readonly association: Association;
  readonly activity: Activity;
}
export interface VenueSlot extends VenueActivity {
  readonly slot: Slot;
}
export interface VenueDay {
  readonly day: Day;
  readonly slots: readonly VenueSlot[];
}
export interface VenuePage {
  readonly venue: Venue;
  /** From Monday on, in order of hours; days without anything left out. */
  readonly week: readonly VenueDay[];
  /** Activities there whose days nobody told. */
  readonly unscheduled: readonly VenueActivity[];
  readonly events: readonly Event[];
}

type Read = Pick<Content, 'venues' | 'communes' | 'associations' | 'events' | 'communeByCode'>;

type ReadByFinder = Pick<Content, 'venues' | 'communes' | 'communeByCode'>;

/** By the names that an activity may say. */
const venuesByName = derived('venues by name', (content: Pick<Content, 'venues' | 'communes'>) => {
  const byName = new Map<string, Venue[]>();
  for (const venue of content.venues.all) {
    const town = venue.commune === null ? undefined : content.communes.byId(venue.commune)?.name;
    for (const name of new Set([slugify(venue.name), ...(town ? [slugify(`${venue.name} ${town}`)] : [])]))
      byName.set(name, [...(byName.get(name) ?? []), venue]);
  }
  return byName;
});

/**
 * The venue that an activity names in words: the same name in the same commune. An activity that says no commune is in one of those
 * where its association acts; of two halls of one name in them, neither is meant for sure.
 */
export const venueFinder = (content: ReadByFinder) => {
  const byName = venuesByName(content);
  return (activity: Activity, association: Association): Venue | undefined => {
    if (activity.place === null) return undefined;
    const code = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode);
    const communes = code ? [code.id] : [association.commune, ...association.communesOfActivity];
    const found = (byName.get(slugify(activity.place)) ?? []).filter(({ commune }) => communes.includes(commune));
    return found.length === 1 ? found[0] : undefined;
  };
};

/** The venues of which there is something to tell, in the order of the vocabulary: one pass over the activities. */
export const venuePages = derived('venues', (content: Read): readonly VenuePage[] => {
  const venueOf = venueFinder(content);
  const held = new Map<string, VenueActivity[]>();
  for (const association of content.associations.all)
    for (const activity of association.activities) {
      const venue = venueOf(activity, association);
      if (venue) held.set(venue.id, [...(held.get(venue.id) ?? []), { association, activity }]);
    }
  return content.venues.all
    .map((venue): VenuePage => {
      const activities = held.get(venue.id) ?? [];
      const slots = activities.flatMap((one) => one.activity.slots.map((slot): VenueSlot => ({ ...one, slot })));
      return {
        venue,
        week: days.values
          .map((day) => ({
            day,
            slots: slots.filter(({ slot }) => slot.day === day).sort((a, b) => compareSlots(a.slot, b.slot)),
          }))
          .filter(({ slots: found }) => found.length > 0),
        unscheduled: activities.filter(({ activity }) => activity.slots.length === 0),
        events: content.events.all.filter((event) => event.venue === venue.id),
      };
    })
    .filter(({ week, unscheduled, events }) => week.length + unscheduled.length + events.length > 0);
});

/** Which venues have a page, in the order of the vocabulary: what a page that names them depends on. */
export const venuesWithPage = derived('venues with a page', (content: Read): readonly Venue[] =>
  venuePages(content).map(({ venue }) => venue),
);
