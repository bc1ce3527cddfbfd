/**
 * What a new word of a source makes of an event: three are compared, what the source said before, what an import left, and what
 * stands today. What somebody changed by hand stays, and is shown.
 */
import { dayOf } from '../../dates.ts';
import { MOST_TIMINGS, type StoredTiming } from '../../event-timings.ts';
import { isBlank, sourceAttributes, type EventValues, type SourceAttribute } from './event-values.ts';

/** The last import of an event: what its source said, and what stood in the record once that was taken over. */
export interface LastSaid {
  readonly said: EventValues;
  readonly left: EventValues;
}

export interface MergedEvent {
  readonly content: Readonly<Record<string, unknown>>;
  /** Attributes that change. */
  readonly changed: readonly SourceAttribute[];
  /** Attributes of which the source says something new, and an editor something else: the editor's stays. */
  readonly kept: readonly SourceAttribute[];
}

/** The same order of keys, and nothing for what says nothing: a stored component has keys that a source does not say. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return isBlank(value) || value === false ? null : value;
  return Object.entries(value)
    .filter(([, inner]) => !isBlank(inner) && inner !== false)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, inner]) => [key, canonical(inner)]);
}
export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const timingsIn = (value: unknown): readonly StoredTiming[] => (Array.isArray(value) ? (value as StoredTiming[]) : []);
const keyOf = ({ begin }: StoredTiming): string => (begin === null ? '' : new Date(begin).toISOString());
const byBegin = (timings: readonly StoredTiming[]): ReadonlyMap<string, StoredTiming> =>
  new Map(timings.map((timing) => [keyOf(timing), timing]));

const isPast = ({ begin, end }: StoredTiming, today: string): boolean => dayOf(end ?? begin ?? today) < today;

/**
 * Dates one by one, by when they begin: one that an editor cancelled, moved, added or took out stays so, whatever becomes of the
 * others. A source leaves out what is over: that is no news.
 */
function mergeTimings(now: unknown, next: unknown, { said, left }: LastSaid, today: string): StoredTiming[] {
  const [current, given] = [timingsIn(now), byBegin(timingsIn(next))];
  const [before, stood] = [byBegin(timingsIn(said.timings)), byBegin(timingsIn(left.timings))];
  const isTouched = (timing: StoredTiming): boolean => !sameValue(timing, stood.get(keyOf(timing)));
  const merged = current.flatMap((timing): StoredTiming[] => {
    const key = keyOf(timing);
    const [was, is] = [before.get(key), given.get(key)];
    if (was === undefined || isTouched(timing)) return [timing];
    if (is === undefined) return isPast(timing, today) ? [timing] : [];
    return [sameValue(was, is) ? timing : is];
  });
  const there = byBegin(current);
  const added = [...given].filter(([key]) => !there.has(key) && !before.has(key)).map(([, timing]) => timing);
  const all = [...merged, ...added].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  // What is over makes room first.
  const room = all.length - MOST_TIMINGS;
  const over = all.filter((timing) => isPast(timing, today)).slice(0, Math.max(0, room));
  return all.filter((timing) => !over.includes(timing)).slice(0, MOST_TIMINGS);
}

/** A kind is our own guess, and a note is the office's: that they differ is no news. */
const UNTOLD: ReadonlySet<string> = new Set(['kind', 'internalNote']);

const NOTHING: LastSaid = { said: {}, left: {} };

/**
 * @param current the event as it stands; null for a new one
 * @param last null when no import knows it: then only what is empty is filled in
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function mergeEvent(
  current: Readonly<Record<string, unknown>> | null,
  values: EventValues,
  last: LastSaid | null,
  today: string,
): MergedEvent {
  const content: Record<string, unknown> = { ...current };
  const [changed, kept]: [SourceAttribute[], SourceAttribute[]] = [[], []];
  const { said, left } = last ?? NOTHING;
  for (const attribute of sourceAttributes) {
    const next = values[attribute];
    const now = current?.[attribute];
    if (isBlank(next) || sameValue(next, said[attribute]) || sameValue(next, now)) continue;
    // Where one says « gratuit » or nothing, nothing was said by hand.
    const isEmpty = isBlank(now) || (attribute === 'free' && now === false && last === null);
    const isUntouched = current === null || isEmpty || (last !== null && sameValue(now, left[attribute]));
    if (attribute === 'timings' && current !== null && !isEmpty && last !== null) {
      const merged = mergeTimings(now, next, { said, left }, today);
      if (!sameValue(merged, now)) {
        content[attribute] = merged;
        changed.push(attribute);
      }
    } else if (isUntouched) {
      content[attribute] = next;
      changed.push(attribute);
    } else if (!UNTOLD.has(attribute)) kept.push(attribute);
  }
  return { content, changed, kept };
}

/**
 * What stands in a record once an import is taken over, as the next one compares it: of what somebody changed by hand, what an
 * import had left before, so that it is known as changed by hand for good.
 * @param stored the record as it is now
 */
export function leftAfter(
  stored: Readonly<Record<string, unknown>>,
  { values, changed }: { readonly values: EventValues; readonly changed: readonly string[] },
  last: LastSaid | null,
): EventValues {
  const left: Partial<Record<SourceAttribute, unknown>> = {};
  for (const attribute of sourceAttributes) {
    const now = stored[attribute];
    if (attribute === 'timings' && last !== null) {
      const [given, stood] = [byBegin(timingsIn(values.timings)), byBegin(timingsIn(last.left.timings))];
      left.timings = timingsIn(now).map((timing) => {
        const before = stood.get(keyOf(timing));
        const isByHand = before && !sameValue(timing, before) && !sameValue(timing, given.get(keyOf(timing)));
        return isByHand ? before : timing;
      });
    } else if (changed.includes(attribute) || isBlank(now) || sameValue(now, values[attribute])) left[attribute] = now;
    else left[attribute] = last?.left[attribute] ?? null;
  }
  return left;
}
