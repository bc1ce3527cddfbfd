/** Where an activity or an event is exactly: nothing that its page does not show, and nothing that is only likely. */
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Venue } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../../content/index-content.ts';
import { venueFinder } from '../../../view/places/venue-week.ts';

export interface ExactPoint {
  readonly latitude: number;
  readonly longitude: number;
  /** What stands there, in words. */
  readonly name: string;
}

interface Located {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const located = (place: Located, name: string): ExactPoint | null =>
  place.latitude === null || place.longitude === null
    ? null
    : { latitude: place.latitude, longitude: place.longitude, name };

export function pointOfVenue(venue: Venue | undefined, content: Pick<Content, 'communes'>): ExactPoint | null {
  if (venue === undefined) return null;
  const town = (venue.commune === null ? undefined : content.communes.byId(venue.commune)?.name) ?? venue.city;
  return located(venue, town === null || venue.name.includes(town) ? venue.name : `${venue.name}, ${town}`);
}

/** The export holds an address only where its association agreed to it being shown. */
export function pointOfAddress({ address }: Pick<Association, 'address'>): ExactPoint | null {
  if (address === null) return null;
  return located(address, [address.street, address.city].filter((part) => part !== null).join(', '));
}

/**
 * The venue that an activity names; else, of one that names no place, the address of its association, unless it is of another
 * commune. A place that is only told in words has no point: its activity stands at the commune.
 */
export function pointOfActivity(activity: Activity, association: Association, content: Content): ExactPoint | null {
  if (activity.place !== null) return pointOfVenue(venueFinder(content)(activity, association), content);
  const own = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode)?.id;
  return own === undefined || own === association.commune ? pointOfAddress(association) : null;
}
