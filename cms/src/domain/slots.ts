import { days, type Day } from './vocabulary/days.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** A weekly slot; clock times are `HH:MM`, Europe/Paris. */
export interface Slot {
  readonly day: Day;
  readonly begin: string | null;
  readonly end: string | null;
  readonly note: string | null;
}

/** Strapi's `time` attribute gives `HH:MM:SS.mmm`; the contract wants `HH:MM`. */
export function clockTime(time: string): string {
  return time.slice(0, 5);
}

/** From this hour on, what ends in the small hours ends on the morning after. */
const EVENING = '12:00';
/** An end that is no later than this may be one of the night. */
const SMALL_HOURS = '06:00';
const MIDNIGHT = '00:00';

/** Does what begins and ends at these hours (`HH:MM`) end on the morning after: 20:30 to midnight, 22:00 to 02:00? */
export const endsNextMorning = (begin: string, end: string): boolean => begin >= EVENING && end <= SMALL_HOURS;

/** A slot ends after it begins, if need be in the night that follows; an end without a beginning says nothing. */
export function checkSlot(slot: Slot): Parsed<Slot> {
  const day = days.label(slot.day);
  if (slot.begin === null && slot.end !== null) {
    return refused(`${day} : indiquez aussi l’heure de début, ou effacez l’heure de fin (${formatClock(slot.end)}).`);
  }
  if (slot.begin !== null && slot.end !== null && slot.end <= slot.begin && !endsNextMorning(slot.begin, slot.end)) {
    return refused(
      `${day} : le créneau finit (${formatClock(slot.end)}) avant d’avoir commencé (${formatClock(slot.begin)}). ` +
        'Corrigez l’une des deux heures.',
    );
  }
  return parsed(slot);
}

/** How a clock is made to say the end of a day: both are midnight. */
const ENDS_OF_DAY: readonly string[] = [MIDNIGHT, '23:59'];

/** `18:30` → "18 h 30", `09:00` → "9 h", `00:00` and `23:59` → "minuit", with non-breaking spaces (Lexique de l’Imprimerie nationale). */
export function formatClock(time: string): string {
  if (ENDS_OF_DAY.includes(time)) return 'minuit';
  const [hours = '0', minutes = '00'] = time.split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** "18 h – 19 h 30", "à partir de 18 h", or null when no time is known. */
export function formatHours(slot: Pick<Slot, 'begin' | 'end'>): string | null {
  if (slot.begin === null) return null;
  if (slot.end === null) return `à partir de ${formatClock(slot.begin)}`;
  return `${formatClock(slot.begin)}\u00a0–\u00a0${formatClock(slot.end)}`;
}

/** "Mercredi, 14 h – 15 h 30 (hors vacances)" */
export function formatSlot(slot: Slot): string {
  const hours = formatHours(slot);
  const when = hours === null ? days.label(slot.day) : `${days.label(slot.day)}, ${hours}`;
  return slot.note === null ? when : `${when} (${slot.note})`;
}

/** Order of the week, then of the clock. */
export function compareSlots(a: Slot, b: Slot): number {
  return days.rank(a.day) - days.rank(b.day) || (a.begin ?? '').localeCompare(b.begin ?? '');
}
