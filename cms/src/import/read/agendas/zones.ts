/** Clocks of other time zones, as calendars name them: by the IANA database, or as Windows and Outlook do. */
import { TIME_ZONE } from '../../../domain/dates.ts';

/** Names of Windows for the zones of France and its neighbours (Unicode CLDR, windowsZones). */
const WINDOWS: ReadonlyMap<string, string> = new Map([
  ['Romance Standard Time', 'Europe/Paris'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['GMT Standard Time', 'Europe/London'],
  ['Greenwich Standard Time', 'Atlantic/Reykjavik'],
  ['SA Western Standard Time', 'America/Guadeloupe'],
  ['SA Eastern Standard Time', 'America/Cayenne'],
  ['UTC', 'UTC'],
]);

const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOfZone(name: string): Intl.DateTimeFormat | null {
  const known = clocks.get(name);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: name,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // what is no zone is told by a RangeError
  }
  clocks.set(name, clock);
  return clock;
}

/** The name of a zone that is known, whoever names it: "/mozilla.org/20050126_1/Europe/Paris" too. Null when it is none. */
export function knownZone(tzid: string): string | null {
  const name = WINDOWS.get(tzid) ?? /[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?$/.exec(tzid)?.[0] ?? tzid;
  return name === TIME_ZONE || clockOfZone(name) !== null ? name : null;
}

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);

/** What clocks of a zone show at an instant, as milliseconds of the same reading in UTC. */
function shownAt(clock: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 86_400_000;
/** How far clocks of a zone are ahead of UTC for a whole day, by zone and day; null of a day on which they change. */
const offsets = new Map<string, number | null>();
/** A calendar that names more days than this is as quick without. */
const MOST_KEPT = 50_000;

/** Asking a clock costs some microseconds, and the dates of a calendar are thousands: each day is asked once. */
function offsetAt(clock: Intl.DateTimeFormat, zone: string, instant: number): number {
  const day = Math.floor(instant / DAY_MS);
  const key = `${zone} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const [first, last] = [day * DAY_MS, (day + 1) * DAY_MS].map((at) => shownAt(clock, at) - at);
    offset = first === last ? (first ?? null) : null;
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offsets.set(key, offset);
  }
  return offset ?? shownAt(clock, instant) - instant;
}

/**
 * The instant at which clocks of a zone show so; the hour that March skips is the hour after.
 * @param wall `YYYY-MM-DDTHH:MM:SS`
 * @param zone a name that `knownZone` gave
 */
export function zonedInstant(wall: string, zone: string): string {
  const clock = clockOfZone(zone);
  const wanted = asUtc(wall);
  if (!clock || Number.isNaN(wanted)) return new Date(wanted).toISOString();
  let instant = wanted;
  // Twice: the first guess may lie on the other side of a change of the clock.
  for (let round = 0; round < 2; round += 1) instant = wanted - offsetAt(clock, zone, instant);
  return new Date(instant).toISOString();
}
