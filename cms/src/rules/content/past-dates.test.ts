import { expect, test } from 'vitest';
import { pastDates } from './past-dates.ts';
import { periods } from './periods.ts';

const said = (data: object) =>
  (pastDates.onSave?.({ uid: 'api::association.association', data } as never) as readonly { message: string }[]).map(
    ({ message }) => message,
  );

test.each([
  [{ foundedYear: 1987 }, []],
  [{ foundedYear: '1987' }, []],
  [{ foundedYear: null, verifiedOn: '' }, []],
  [{ verifiedOn: '2026-01-02' }, []],
  [{ verifiedOn: '2026-01-02T00:00:00.000Z' }, []],
  [{ verifiedOn: new Date('2026-01-02') }, []],
])('%j is past', (data, faults) => expect(said(data)).toEqual(faults));

test.each([
  [{ foundedYear: 2999 }, /dans l’avenir/],
  [{ foundedYear: '2999' }, /dans l’avenir/],
  [{ verifiedOn: '2999-01-02' }, /dans l’avenir/],
  [{ foundedYear: 'abc' }, /ne se lit pas.*quatre chiffres/],
  [{ foundedYear: 19.5 }, /ne se lit pas/],
  [{ foundedYear: {} }, /ne se lit pas/],
  [{ verifiedOn: 'hier' }, /ne se lit pas.*05\/09\/2026/],
  [{ verifiedOn: '5/9/2026' }, /ne se lit pas/],
  [{ verifiedOn: 12 }, /ne se lit pas/],
])('%j is told what is wrong with it, and nothing else', (data, message) => {
  expect(said(data)).toEqual([expect.stringMatching(message)]);
});

test('no end is told to be before a beginning that cannot be read', () => {
  const faults = (data: object) => periods.onSave?.({ uid: 'api::action.action', data } as never);
  expect(faults({ startsOn: 'hier', endsOn: '2026-01-02' })).toEqual([]);
  expect(faults({ startsOn: '2026-01-03', endsOn: '2026-01-02' })).toHaveLength(1);
});
