import { expect, it } from 'vitest';
import { holdsVersion } from './content-version.ts';

it('tells a release with a change in it from one of before', () => {
  expect(holdsVersion('16402.12.12', '16402.12.12')).toBe(true);
  expect(holdsVersion('16402.15.14', '16402.12.12')).toBe(true);
  // A transaction with a lower id that committed later: the newest id is the same, the count is not.
  expect(holdsVersion('16402.12.11', '16402.12.12')).toBe(false);
  expect(holdsVersion('16402.9007199254740993.9007199254740993', '16402.1.9007199254740994')).toBe(false);
});

it('compares nothing across a restore, and nothing that is no version', () => {
  expect(holdsVersion('99.15.14', '16402.12.12')).toBe(false);
  for (const other of ['', 'abc', '16402.12']) expect(holdsVersion('16402.12.12', other)).toBe(false);
});
