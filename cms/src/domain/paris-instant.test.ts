import { expect, it } from 'vitest';
import { parisInstant } from './paris-instant.ts';

it('is an hour from UTC in winter and two in summer', () => {
  expect(parisInstant('2026-01-15', '10:30')).toBe('2026-01-15T09:30:00.000Z');
  expect(parisInstant('2026-07-15', '10:30')).toBe('2026-07-15T08:30:00.000Z');
  expect(parisInstant('2026-07-15', '00:30')).toBe('2026-07-14T22:30:00.000Z');
});

it('has an answer for the hours that are there twice, or not at all', () => {
  expect(parisInstant('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(parisInstant('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
});
