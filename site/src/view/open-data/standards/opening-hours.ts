/** Weekly slots as OpenStreetMap writes opening hours (https://wiki.openstreetmap.org/wiki/Key:opening_hours). */
import type { Slot } from '@trame/cms/domain/contract/site/association';
import { days } from '@trame/cms/domain/vocabulary/days';

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** @returns null without a slot whose both hours are known: half an hour is none */
export function openingHours(slots: readonly Slot[]): string | null {
  const byDay = OSM_DAYS.map((day, index) => {
    const spans = slots.flatMap(({ day: on, begin, end }) =>
      on === days.values[index] && begin !== null && end !== null ? `${begin}-${end}` : [],
    );
    return spans.length === 0 ? [] : `${day} ${[...new Set(spans)].join(',')}`;
  }).flat();
  return byDay.length === 0 ? null : byDay.join('; ');
}
