import { expect, test } from 'vitest';
import { newOutcome, whileSaving } from '../../entries/saving.ts';
import { checkWritten, timings } from './timings.ts';

const at = (hour: number, day = '05') => `2027-09-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const faultsOf = async (timing: object) =>
  (
    (await timings.onSave?.({ uid: 'api::event.event', data: { timings: [timing] } } as never)) as unknown as {
      path: unknown[];
    }[]
  ).map(({ path }) => path.join('.'));

test.each([
  ['a date', { begin: at(8), end: at(10) }],
  ['a date without an end', { begin: at(8), end: null }],
  ['a moved date', { begin: at(8), state: 'reporté', newBegin: at(8, '12'), newEnd: at(10, '12') }],
  ['a date moved to nobody knows when', { begin: at(8), state: 'reporté', newBegin: null }],
])('takes %s', async (_name, timing) => expect(await faultsOf(timing)).toEqual([]));

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
])('refuses %s', async (_name, timing, paths) => expect(await faultsOf(timing)).toEqual(paths));

test('reads what a form could not, or refuses it where it was typed', async () => {
  const typed = (when: object) => JSON.stringify({ day: '', lastDay: '', begin: '', end: '', ...when });
  const moved = { begin: at(8), state: 'reporté', newBegin: typed({ day: 'plus tard' }) };
  expect(await faultsOf(moved)).toEqual(['timings.0.moved.day']);
  expect(await faultsOf({ begin: typed({ day: '32/12', begin: 'le soir' }) })).toEqual([
    'timings.0.day',
    'timings.0.begin',
  ]);
  const later = { begin: typed({ day: '12/12/2027', begin: '18h-20h30' }) };
  expect(await faultsOf(later)).toEqual([]);
  expect(later).toMatchObject({ begin: '2027-12-12T17:00:00.000Z', end: '2027-12-12T19:30:00.000Z' });
});

const TODAY = '2027-09-10';
const written = (rows: object[], was: object[] | null = null) =>
  checkWritten({ timings: rows }, was && { timings: was }, TODAY).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

test('somebody writes no new date that is over, and no date twice', () => {
  const moved = { begin: at(8), end: null, state: 'reporté', newBegin: at(8, '09') };
  expect(written([moved])).toEqual([
    expect.stringMatching(/^timings\.0\.newBegin: La nouvelle date \(9 septembre 2027\)/),
  ]);
  expect(written([{ ...moved, newBegin: at(8, '10') }])).toEqual([]);
  expect(written([{ begin: at(8) }, { begin: at(8, '12') }, { begin: at(8), end: null }])).toEqual([
    expect.stringMatching(/^timings\.2\.begin: Cette date est déjà dans la liste/),
  ]);
  // The matinee and the evening are two.
  expect(written([{ begin: at(8) }, { begin: at(18) }])).toEqual([]);
});

test('what is written already stays: days pass, and an older release took it', () => {
  const moved = { begin: at(8), end: at(9), state: 'reporté', newBegin: at(8, '09') };
  expect(written([{ ...moved, newBegin: new Date(moved.newBegin), end: at(10) }], [moved])).toEqual([]);
  const twice = [{ begin: at(8) }, { begin: at(8) }];
  expect(written(twice, twice)).toEqual([]);
  expect(written([...twice, { begin: at(8) }], twice)).toHaveLength(1);
});

test('programs put back what was there', async () => {
  const rows = { timings: [{ begin: at(8) }, { begin: at(8) }] };
  const saving = { uid: 'api::event.event', data: rows } as never;
  expect(await timings.onSave?.(saving)).toEqual([]);
  const editor = { id: '1', name: 'Camille' } as never;
  const form = { uid: 'api::event.event', documentId: null, base: null, openedAt: null, chosen: [], editor };
  const faults = await whileSaving({ ...form, outcome: newOutcome() }, async () => timings.onSave?.(saving));
  expect(faults).toHaveLength(1);
});
