/**
 * The dates that a rule of a calendar gives (RFC 5545, 3.3.10), around those that are looked at: in bounded time, whatever the rule
 * says and however long ago it began.
 */
import ICAL from 'ical.js';
import { addDays, daysBetween } from '../../../domain/dates.ts';
import type { DateWindow } from '../../../domain/import/events/dates-text.ts';

/** Steps of one rule: every day since 1900 takes 46,400. */
const MOST_STEPS = 50_000;
/** Of all the rules of a file. */
const MOST_STEPS_OF_ALL = 400_000;
/** Days before the window that are followed too: what began then may last, and a rule of a season comes by once a year. */
const DAYS_BEFORE = 400;
const ALL_MONTHS = Array.from({ length: 12 }, (_, rank) => rank + 1);

/** Counts the steps of all the rules of a file. */
export interface StepBudget {
  steps: number;
}

export interface RuledTimes {
  /** From well before the window up to its end; of a rule that ended before, the last one. */
  readonly times: readonly ICAL.Time[];
  /** `malformed` and `long` rules were not followed to the end of the window; `never` is a rule that no day fulfils. */
  readonly ending: 'whole' | 'long' | 'malformed' | 'never';
}

class Ended extends Error {}

const dayOf = ({ year, month, day }: ICAL.Time): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

type Parts = Readonly<Record<string, readonly unknown[] | undefined>>;
const partsOf = (rule: ICAL.Recur): Parts => rule.parts;

/** The rule without its count, which is kept here: what it moved to another month is none of its dates. */
function uncounted(given: ICAL.Recur): ICAL.Recur {
  const rule = given.clone();
  rule.count = null;
  const { BYMONTH, BYMONTHDAY, BYWEEKNO, BYYEARDAY } = partsOf(rule);
  // « The 30th », once a year without a month, is that of every month: ical.js takes one of them.
  if (rule.freq === 'YEARLY' && BYMONTHDAY && !BYMONTH && !BYWEEKNO && !BYYEARDAY)
    rule.parts = { ...rule.parts, BYMONTH: ALL_MONTHS };
  return rule;
}

/** A day that its month does not have is passed over (RFC 5545): ical.js takes one of the next month for it. */
function isOfRule(time: ICAL.Time, start: ICAL.Time, rule: ICAL.Recur): boolean {
  const { BYMONTH: months, BYMONTHDAY: days, BYDAY, BYWEEKNO, BYYEARDAY } = partsOf(rule);
  if (months && !months.includes(time.month)) return false;
  const fromTheEnd = time.day - ICAL.Time.daysInMonth(time.month, time.year) - 1;
  if (days && !days.includes(time.day) && !days.includes(fromTheEnd)) return false;
  if (days || BYDAY || BYWEEKNO || BYYEARDAY) return true;
  if (rule.freq === 'MONTHLY') return time.day === start.day;
  if (rule.freq === 'YEARLY') return time.day === start.day && (months !== undefined || time.month === start.month);
  return true;
}

/**
 * How many dates of a rule of days or weeks lie so long ago that nobody asks for them: it is followed from a later one, as many
 * days or weeks after its beginning. Where it counts its dates, each step must be one.
 */
function stepsAhead(rule: ICAL.Recur, count: number | null, start: ICAL.Time, window: DateWindow) {
  const days = { DAILY: rule.interval, WEEKLY: 7 * rule.interval }[rule.freq];
  const isCounted = count !== null && Object.keys(rule.parts).length > 0;
  if (days === undefined || !(days > 0) || isCounted) return { steps: 0, days: 0 };
  const until = rule.until === null ? window.from : dayOf(rule.until);
  const from = addDays(until < window.from ? until : window.from, -Math.max(DAYS_BEFORE, 8 * days));
  const steps = Math.floor(daysBetween(dayOf(start), from) / days);
  // Of a rule that ended by its count, the last date is still told.
  const most = count === null ? steps : Math.min(steps, count - 1);
  return { steps: Math.max(0, most), days };
}

/** An iterator that ends, whatever the rule: by the window, or by the budget. */
function bounded(rule: ICAL.Recur, start: ICAL.Time, window: DateWindow, budget: StepBudget) {
  const iterator = rule.iterator(start);
  const check = iterator.check_contracting_rules.bind(iterator);
  const [year = 0, month = 0] = window.until.split('-').map(Number);
  let steps = 0;
  let isLong = false;
  // It is asked at each step, also where ical.js looks for a next date for ever (« every day that is 30 February »).
  iterator.check_contracting_rules = () => {
    steps += 1;
    budget.steps += 1;
    const { last } = iterator;
    isLong = steps > MOST_STEPS || budget.steps > MOST_STEPS_OF_ALL;
    if (isLong || last.year * 12 + last.month >= year * 12 + month) throw new Ended();
    return check();
  };
  return { iterator, isLong: () => isLong };
}

/**
 * @param start as the event begins; a rule that does not fit it does not take it (it would be a date that nobody announced)
 * @param budget is used up by the steps that are taken
 */
export function ruledTimes(given: unknown, start: ICAL.Time, window: DateWindow, budget: StepBudget): RuledTimes {
  if (!(given instanceof ICAL.Recur) || /^(?:SECOND|MINUTE|HOUR)LY$/.test(given.freq))
    return { times: [start], ending: 'malformed' };
  const rule = uncounted(given);
  const ahead = stepsAhead(rule, given.count, start, window);
  const begin = start.clone();
  if (ahead.steps > 0) begin.adjust(ahead.steps * ahead.days, 0, 0, 0);
  const most = (given.count ?? Infinity) - ahead.steps;
  const earliest = addDays(window.from, -DAYS_BEFORE);
  const times: ICAL.Time[] = [];
  let before: ICAL.Time | null = null;
  const all = (): readonly ICAL.Time[] => (times.length > 0 ? times : before ? [before] : []);
  let follow: ReturnType<typeof bounded> | null = null;
  try {
    follow = bounded(rule, begin, window, budget);
    const { iterator } = follow;
    for (let taken = 0; taken < most;) {
      const time = iterator.next() as ICAL.Time | null;
      if (time === null) break;
      const day = dayOf(time);
      if (day >= window.until) break;
      // The first one is given unchecked.
      if (!isOfRule(time, start, rule)) continue;
      taken += 1;
      if (day < earliest) before = time.clone();
      else times.push(time.clone());
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof Ended)) return { times: all().length > 0 ? all() : [start], ending: 'malformed' };
    if (follow?.isLong()) return { times: all(), ending: 'long' };
  }
  if (all().length > 0) return { times: all(), ending: 'whole' };
  // Its first date is all that can be said of what begins later.
  return dayOf(start) < window.until ? { times: [], ending: 'never' } : { times: [start], ending: 'whole' };
}
