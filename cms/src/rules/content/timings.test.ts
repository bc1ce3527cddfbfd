import { expect, test } from 'vitest';
import { timings } from './timings.ts';

const at = (hour: number, day = '05') => `2027-09-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const faultsOf = (timing: object) =>
  (
    timings.onSave?.({ uid: 'api::event.event', data: { timings: [timing] } } as never) as unknown as {
      path: unknown[];
    }[]
  ).map(({ path }) => path.join('.'));

test.each([
  ['a date', { begin: at(8), end: at(10) }],
  ['a date without an end', { begin: at(8), end: null }],
  ['a moved date', { begin: at(8), state: 'reporté', newBegin: at(8, '12'), newEnd: at(10, '12') }],
  ['a date moved to nobody knows when', { begin: at(8), state: 'reporté', newBegin: null }],
])('takes %s', (_name, timing) => expect(faultsOf(timing)).toEqual([]));

test.each([
  ['an end before the beginning', { begin: at(8), end: at(7) }, ['timings.0.end']],
  [
    'a new end before the new beginning',
    { begin: at(8), state: 'reporté', newBegin: at(8), newEnd: at(7) },
    ['timings.0.newEnd'],
  ],
  ['a new date of what is as planned', { begin: at(8), state: 'prévu', newBegin: at(8, '12') }, ['timings.0.state']],
  [
    'a new end without a new beginning',
    { begin: at(8), state: 'reporté', newEnd: at(8, '12') },
    ['timings.0.newBegin'],
  ],
])('refuses %s', (_name, timing, paths) => expect(faultsOf(timing)).toEqual(paths));

test('reads what a form could not, or refuses it where it was typed', () => {
  const typed = (when: object) => JSON.stringify({ day: '', lastDay: '', begin: '', end: '', ...when });
  const moved = { begin: at(8), state: 'reporté', newBegin: typed({ day: 'plus tard' }) };
  expect(faultsOf(moved)).toEqual(['timings.0.moved.day']);
  expect(faultsOf({ begin: typed({ day: '32/12', begin: 'le soir' }) })).toEqual(['timings.0.day', 'timings.0.begin']);
  const later = { begin: typed({ day: '12/12/2027', begin: '18h-20h30' }) };
  expect(faultsOf(later)).toEqual([]);
  expect(later).toMatchObject({ begin: '2027-12-12T17:00:00.000Z', end: '2027-12-12T19:30:00.000Z' });
});
