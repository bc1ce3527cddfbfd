import fc from 'fast-check';
import { dayOf } from '@trame/cms/domain/dates';
import { expect, it } from 'vitest';
import { stampOf } from '../lib/clock.ts';
import { madeAt, nameOf, RETENTION, toErase } from './retention.ts';

const DAY = 24 * 60 * 60 * 1000;
const nameAt = (date: Date) => nameOf(stampOf(date));

/** What is left after one backup a night for so many nights, the rule applied each time. */
function afterNights(nights: number, first = new Date('2026-01-01T02:00:00Z'), skipped = (_night: number) => false) {
  let names: string[] = [];
  let now = first;
  for (let night = 0; night < nights; night += 1) {
    now = new Date(first.getTime() + night * DAY);
    if (skipped(night)) continue;
    names.push(nameAt(now));
    const erased = toErase(names, now);
    names = names.filter((name) => !erased.includes(name));
  }
  return { names, now };
}
const days = (names: readonly string[]) => names.map((name) => dayOf(madeAt(name) ?? new Date(Number.NaN)));

it('keeps seven days, four weeks and twelve months of a year of nights, and no more', () => {
  const { names } = afterNights(500);
  expect(days(names)).toEqual([
    ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'],
    ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-25', '2027-04-30', '2027-05-02', '2027-05-09'],
    ...['2027-05-10', '2027-05-11', '2027-05-12', '2027-05-13', '2027-05-14', '2027-05-15'],
  ]);
});

it('keeps what it has when nights were missed, and only the newest of several on a day', () => {
  const { names } = afterNights(60, undefined, (night) => night > 2 && night < 58);
  expect(days(names)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-28', '2026-03-01']);
  const [morning, evening] = ['2026-05-05T05:00:00Z', '2026-05-05T19:00:00Z'].map((at) => nameAt(new Date(at)));
  expect(toErase([morning!, evening!], new Date('2026-05-05T20:00:00Z'))).toEqual([morning]);
});

it('counts days as the office does: an hour after midnight is the next day', () => {
  const [before, after] = ['2026-05-05T21:30:00Z', '2026-05-05T22:30:00Z'].map((at) => nameAt(new Date(at)));
  expect(toErase([before!, after!], new Date('2026-05-05T23:00:00Z'))).toEqual([]);
});

it('erases nothing else, nothing of the future, and never the last one', () => {
  const now = new Date('2026-05-05T12:00:00Z');
  const foreign = [
    'photo.jpg',
    'trame-20260101T020000.secrets.age',
    'avant-la-mise-a-jour.tar.gz.age',
    'trame-.tar.gz.age',
  ];
  const future = nameAt(new Date('2031-01-01T00:00:00Z'));
  const old = nameAt(new Date('2019-01-01T00:00:00Z'));
  expect(toErase([...foreign, future, old], now)).toEqual([]);
  expect(toErase([...foreign, future, old, nameAt(now)], now)).toEqual([old]);
});

it('whatever the dates: erases only what it was given, keeps the newest, and is done at once', () => {
  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 80 }), moment, (dates, now) => {
      const names = [...new Set(dates.map(nameAt))];
      const erased = toErase(names, now);
      const left = names.filter((name) => !erased.includes(name));
      const past = names.filter((name) => madeAt(name)! <= now).sort();
      expect(names).toEqual(expect.arrayContaining(erased));
      expect(erased).not.toContain(past.at(-1));
      expect(toErase(left, now)).toEqual([]);
      expect(left.filter((name) => madeAt(name)! <= now).length).toBeLessThanOrEqual(
        RETENTION.days + RETENTION.weeks + RETENTION.months + 1,
      );
    }),
  );
});
