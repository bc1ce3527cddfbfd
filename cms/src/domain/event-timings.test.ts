import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parisInstant } from './paris-instant.ts';
import {
  datesInList,
  EMPTY_TIMING,
  isUnread,
  keptTimings,
  MOST_TIMINGS,
  nextTiming,
  repeated,
  storedTimings,
  typedTiming,
  type StoredTiming,
  type TypedTiming,
} from './event-timings.ts';

const TODAY = '2026-11-29';
const row = (part: Partial<TypedTiming>): TypedTiming => ({ ...EMPTY_TIMING, ...part });
const stored = (part: Partial<StoredTiming>): StoredTiming => ({
  begin: parisInstant('2026-12-12', '20:30'),
  end: null,
  atMidnight: false,
  state: 'prévu',
  newBegin: null,
  newEnd: null,
  ...part,
});
const read = (...rows: TypedTiming[]) => storedTimings(rows, [], TODAY);
const faultsOf = (...rows: TypedTiming[]) => {
  const result = read(...rows);
  return result.ok ? [] : result.faults.map(({ path }) => path);
};

test.each<[string, Partial<TypedTiming>, Partial<StoredTiming>]>([
  ['a day alone', { day: '12/12/2026' }, { begin: '2026-12-11T23:00:00.000Z', end: null }],
  ['a day and its hour', { day: '12/12', begin: '20h30' }, { begin: '2026-12-12T19:30:00.000Z', end: null }],
  [
    'hours in one field',
    { day: '2026-12-12', begin: '18h-20h30' },
    { begin: '2026-12-12T17:00:00.000Z', end: '2026-12-12T19:30:00.000Z' },
  ],
  [
    'a night',
    { day: '2026-12-12', begin: '22:00', end: '02:00' },
    { begin: '2026-12-12T21:00:00.000Z', end: '2026-12-13T01:00:00.000Z' },
  ],
  ['a midnight mass', { day: '2026-12-24', begin: 'minuit' }, { begin: '2026-12-23T23:00:00.000Z', atMidnight: true }],
  [
    'several days',
    { day: '12/12', lastDay: '14/12' },
    { begin: '2026-12-11T23:00:00.000Z', end: '2026-12-14T22:59:00.000Z', atMidnight: false },
  ],
  [
    'several days with hours',
    { day: '12/12', lastDay: '14/12', begin: '10:00', end: '18:00' },
    { begin: '2026-12-12T09:00:00.000Z', end: '2026-12-14T17:00:00.000Z' },
  ],
  [
    'a date that is moved',
    { day: '12/12', begin: '20h', state: 'reporté', moved: { day: '9/1', lastDay: '', begin: '20h', end: '' } },
    { begin: '2026-12-12T19:00:00.000Z', state: 'reporté', newBegin: '2027-01-09T19:00:00.000Z', newEnd: null },
  ],
  [
    'a date that is moved, nobody knows when',
    { day: '12/12', state: 'reporté' },
    { begin: '2026-12-11T23:00:00.000Z', state: 'reporté', newBegin: null },
  ],
  [
    'a new date of a line that is not moved any more',
    { day: '12/12', state: 'annulé', moved: { day: '9/1', lastDay: '', begin: '', end: '' } },
    { state: 'annulé', newBegin: null },
  ],
])('%s is stored', (_name, typed, expected) => {
  expect(read(row(typed))).toMatchObject({ ok: true, value: [expected] });
});

describe('what is asked again', () => {
  it('is said at its field, and of every row at once', () => {
    expect(
      faultsOf(
        row({ day: 'bientôt' }),
        row({ day: '12/12', begin: '25h' }),
        row({ day: '12/12', lastDay: '2/12/2026' }),
        row({ day: '12/12', begin: '20h', end: '19h' }),
        row({ day: '12/12', end: '19h' }),
        row({ lastDay: '12/12' }),
        row({ day: '12/12', state: 'reporté', moved: { day: '', lastDay: '', begin: '20h', end: '' } }),
      ),
    ).toEqual([
      'timings.0.day',
      'timings.1.begin',
      'timings.2.lastDay',
      'timings.3.end',
      'timings.4.begin',
      'timings.5.day',
      'timings.6.moved.day',
    ]);
  });

  it('is not a row that was added and left', () => {
    const first = row({ day: '12/12', begin: '20h30', end: '' });
    expect(read(first, nextTiming([first]))).toMatchObject({ ok: true, value: [{ end: null }] });
    expect(nextTiming([first])).toMatchObject({ day: '', begin: '20h30' });
    expect(read(EMPTY_TIMING)).toEqual({ ok: true, value: [] });
  });
});

const minute = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString());

test('what nobody touched is stored as it was, whatever it is', () => {
  const any = fc.record<StoredTiming>({
    begin: minute,
    end: fc.option(minute),
    atMidnight: fc.boolean(),
    state: fc.constantFrom('prévu', 'annulé', 'reporté', 'complet', null),
    newBegin: fc.option(minute),
    newEnd: fc.option(minute),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), (timings) => {
      expect(storedTimings(timings.map(typedTiming), timings, TODAY)).toEqual({ ok: true, value: timings });
    }),
  );
});

test('what is written again says the same', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((count) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10));
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  fc.assert(
    fc.property(day, fc.option(clock, { nil: '' }), fc.option(clock, { nil: '' }), (first, begin, end) => {
      const written = storedTimings([row({ day: first, begin, end })], [], TODAY);
      // March skips an hour, and October has one twice: what is written there is another hour.
      fc.pre(written.ok && !/^0[123]/.test(begin) && !/^0[123]/.test(end));
      if (!written.ok) return;
      const again = storedTimings(written.value.map(typedTiming), [], TODAY);
      expect(again).toEqual(written);
    }),
  );
});

test('what cannot be read yet is kept as it was typed, and refused where it is stored', () => {
  const moved = { day: 'plus tard', lastDay: '', begin: '', end: '' };
  const rows = [
    row({ day: '12/12/2026', begin: '20h' }),
    row({ day: '32/12', lastDay: '33/12', begin: 'le soir' }),
    row({ day: '2026-12-12', state: 'reporté', moved }),
  ];
  const kept = keptTimings(rows, [], TODAY);
  expect(kept.map(isUnread)).toEqual([false, true, true]);
  expect(kept.map(typedTiming)).toEqual([row({ day: '2026-12-12', begin: '20:00' }), rows[1], rows[2]]);
  expect(faultsOf(...kept.map(typedTiming))).toEqual(faultsOf(...rows));
  // Text columns of Strapi hold 255 characters.
  const longest = 'x'.repeat(40);
  const most = keptTimings([row({ day: longest, lastDay: longest, begin: longest, end: longest })], [], TODAY);
  expect(most[0]?.begin?.length).toBeLessThan(255);
  expect(typedTiming({ ...stored({}), begin: 'anything' })).toMatchObject({ day: '' });
});

describe('a date that comes back', () => {
  const model = row({ day: '2026-12-05', begin: '10:00', end: '12:00' });
  const days = (...given: Parameters<typeof repeated>) => repeated(...given).map(({ day }) => day);

  it('every week, at the same hours, up to a day', () => {
    expect(days([model], 'week', '2026-12-26')).toEqual(['2026-12-12', '2026-12-19', '2026-12-26']);
    expect(repeated([model], 'week', '2026-12-12')[0]).toEqual({ ...model, day: '2026-12-12' });
    expect(days([model], 'fortnight', '2027-01-02')).toEqual(['2026-12-19', '2027-01-02']);
    expect(days([model], 'day', '2026-12-07')).toEqual(['2026-12-06', '2026-12-07']);
  });

  it('every month on the same weekday, passing over a fifth that there is not', () => {
    expect(days([model], 'month', '2027-03-31')).toEqual(['2027-01-02', '2027-02-06', '2027-03-06']);
    expect(days([row({ day: '2026-12-29' })], 'month', '2027-06-30')).toEqual(['2027-03-30', '2027-06-29']);
  });

  it('keeps the length of several days, the days that are there, and within the limit', () => {
    expect(repeated([row({ day: '2026-12-05', lastDay: '2026-12-06' })], 'week', '2026-12-12')).toMatchObject([
      { day: '2026-12-12', lastDay: '2026-12-13' },
    ]);
    expect(days([row({ day: '2026-12-12' }), model], 'week', '2026-12-19')).toEqual(['2026-12-19']);
    expect(repeated([model], 'day', '2030-01-01')).toHaveLength(MOST_TIMINGS - 1);
    expect(repeated([row({ day: 'bientôt' })], 'week', '2026-12-12')).toEqual([]);
    expect(repeated([], 'week', '2026-12-12')).toEqual([]);
  });
});

test('a list shows the next date that is held', () => {
  const on = (day: string, part: Partial<StoredTiming> = {}) => stored({ begin: parisInstant(day, '20:30'), ...part });
  expect(datesInList([], TODAY)).toBeNull();
  expect(datesInList([on('2026-12-19'), on('2026-12-12'), on('2026-11-01')], TODAY)).toEqual({
    day: '2026-12-12',
    hour: '20:30',
    state: 'prévu',
    isOver: false,
    others: 1,
  });
  expect(datesInList([on('2026-12-12', { state: 'annulé' }), on('2026-12-19')], TODAY)).toMatchObject({
    day: '2026-12-19',
    others: 0,
  });
  expect(datesInList([on('2026-12-12', { state: 'annulé' })], TODAY)).toMatchObject({
    day: '2026-12-12',
    state: 'annulé',
  });
  expect(
    datesInList([on('2026-12-12', { state: 'reporté', newBegin: parisInstant('2027-01-09', '00:00') })], TODAY),
  ).toMatchObject({ day: '2027-01-09', hour: null, state: 'prévu' });
  expect(datesInList([on('2026-11-01'), on('2026-11-08')], TODAY)).toMatchObject({ day: '2026-11-08', isOver: true });
  // What began and is going on is ahead too.
  expect(datesInList([on('2026-11-20', { end: parisInstant('2026-12-20', '18:00') })], TODAY)).toMatchObject({
    day: '2026-11-20',
    isOver: false,
  });
});
