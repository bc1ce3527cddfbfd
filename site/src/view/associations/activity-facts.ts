import { formatAges, formatHours, labelOf } from '../../i18n/formats.ts';
import type { Activity } from '@trame/cms/domain/contract/site/association';
import { french } from '../../content/french.ts';
import { compareSlots } from '@trame/cms/domain/slots';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { initialOf, upperFirst } from '../../i18n/frame.ts';
import type { Content } from '../../content/index-content.ts';

/** An activity as a reader wants it: every fact that is known, in words; what is unknown is null, never a dash. */
export interface ActivityFacts {
  /** One line a slot, in the order of the week: day, hours, note. */
  readonly slots: readonly { day: string; hours: string | null; note: string | null }[];
  /** Rank of the days it takes place on, Monday 0: the week at a glance. */
  readonly days: ReadonlySet<number>;
  readonly ages: string | null;
  readonly place: string | null;
  readonly price: string | null;
  readonly season: string | null;
}

export function activityFacts(content: Content, activity: Activity): ActivityFacts {
  const slots = [...activity.slots].sort(compareSlots);
  const ages = formatAges(activity);
  return {
    slots: slots.map((slot) => ({
      day: labelOf('days', days, slot.day),
      hours: formatHours(slot),
      note: slot.note === null ? null : french(slot.note),
    })),
    days: new Set(slots.map((slot) => days.rank(slot.day))),
    ages: ages === null ? null : upperFirst(ages),
    place: placeInWords(content, activity),
    price: activity.price === null ? null : french(activity.price),
    season: activity.season === null ? null : french(activity.season),
  };
}

/** "Salle des fêtes, Marsas"; the commune is not said twice when the place already names it. */
function placeInWords(content: Content, activity: Activity): string | null {
  const commune = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode)?.name;
  const place = activity.place === null ? null : french(activity.place);
  if (commune === undefined) return place;
  if (place === null) return commune;
  return place.includes(commune) ? place : `${place}, ${commune}`;
}

/** Initials of the week, with the day in full for those who hear it. */
export const week = (): { day: Day; initial: string }[] =>
  days.values.map((day) => ({ day, initial: initialOf(labelOf('days', days, day)) }));
