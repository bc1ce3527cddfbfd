/** A week of one’s choices, and what in it cannot be done by one person with one car. */
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { written } from '../../components/keep/kept.ts';
import type { Keepable, KeepableSlot } from '../../view/selection/kept-page.ts';

/** One slot that is kept. */
export interface WeekSlot {
  /** Says which slot it is for as long as its hours stay what they are: `associations/judo-club~2.3-1400-1500`. */
  readonly key: string;
  readonly path: string;
  readonly title: string;
  readonly label: string;
  readonly slot: KeepableSlot;
  readonly place: string | null;
  readonly commune: string | null;
}

export interface Clash {
  /**
   * At the same time, for one person or nobody knows for whom; at the same time for two people in two communes, which one car does
   * not reach; too little time to go from one commune to the other.
   */
  readonly kind: 'overlap' | 'apart' | 'travel';
  readonly with: WeekSlot;
  /** Between the end of one and the beginning of the other; 0 for an overlap. */
  readonly minutes: number;
}

/** An hour where only the beginning is known. */
const USUAL_MINUTES = 60;
/** Less than this from one commune to another is a hurry in the country. */
const TRAVEL_MINUTES = 20;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function spanOf({ begin, end }: KeepableSlot): { from: number; to: number } | null {
  if (begin === null) return null;
  const from = minutesOf(begin);
  const until = end === null ? from + USUAL_MINUTES : minutesOf(end);
  // What ends after midnight ends on the next day.
  return { from, to: until <= from ? until + 24 * 60 : until };
}

/** The slots of the activities that are kept. @param activity ranks from 1; null keeps all of the page */
export function slotsOf(keepable: Keepable, activity: number | null): WeekSlot[] {
  return keepable.activities.flatMap(({ label, slots, place, commune }, rank) =>
    activity !== null && activity !== rank + 1
      ? []
      : slots.map((slot, at) => ({
          key: keyOf(keepable.path, rank + 1, slot, slots.slice(0, at)),
          path: `${keepable.path}#activite-${rank + 1}`,
          title: keepable.title,
          label,
          slot,
          place,
          commune,
        })),
  );
}

/** @param before the slots of the activity that stand before it: one on even weeks and one on odd weeks have the same hours */
function keyOf(path: string, rank: number, slot: KeepableSlot, before: readonly KeepableSlot[]): string {
  const hoursOf = ({ day, begin, end }: KeepableSlot): string =>
    [days.rank(day) + 1, ...[begin, end].map((clock) => clock?.replace(':', '') ?? '')].join('-');
  const alike = before.filter((other) => hoursOf(other) === hoursOf(slot)).length;
  return `${written({ path, activity: rank })}.${hoursOf(slot)}${alike === 0 ? '' : `+${alike}`}`;
}

/** The days on which something is, each in the order of the clock; a slot that is kept twice stands once. */
export function weekOf(slots: readonly WeekSlot[]): { readonly day: Day; readonly slots: readonly WeekSlot[] }[] {
  const unique = [...new Map(slots.map((slot) => [slot.key, slot])).values()];
  return days.values
    .map((day) => ({
      day,
      slots: unique
        .filter(({ slot }) => slot.day === day)
        .sort((a, b) => (a.slot.begin ?? '99').localeCompare(b.slot.begin ?? '99')),
    }))
    .filter((one) => one.slots.length > 0);
}

/**
 * What of the same day gets in the way of a slot.
 * @param whoOf for whom a slot is; null when nobody said
 */
export function clashesOf(
  one: WeekSlot,
  ofDay: readonly WeekSlot[],
  whoOf: (slot: WeekSlot) => string | null = () => null,
): Clash[] {
  const own = spanOf(one.slot);
  if (own === null) return [];
  return ofDay.flatMap((other): Clash[] => {
    const theirs = other.key === one.key ? null : spanOf(other.slot);
    if (theirs === null) return [];
    const isElsewhere = one.commune !== null && other.commune !== null && one.commune !== other.commune;
    if (own.from < theirs.to && theirs.from < own.to) {
      const [who, whoElse] = [whoOf(one), whoOf(other)];
      const areTwo = who !== null && whoElse !== null && who !== whoElse;
      if (areTwo && !isElsewhere) return [];
      return [{ kind: areTwo ? 'apart' : 'overlap', with: other, minutes: 0 }];
    }
    const between = own.from >= theirs.to ? own.from - theirs.to : theirs.from - own.to;
    return isElsewhere && between < TRAVEL_MINUTES ? [{ kind: 'travel', with: other, minutes: between }] : [];
  });
}
