import { describe, expect, it } from 'vitest';
import { countedSince, isConfirmed, percent, shareOf, sharesByCommune } from './trust.ts';

describe('the day from which a confirmation counts', () => {
  it('is the 1 July that opens the season', () => {
    expect(countedSince('2026-2027', '2026-09-01')).toBe('2026-07-01');
    expect(countedSince('2026-2027', '2027-08-15')).toBe('2026-07-01');
  });
  it('is the last 1 July when the season says no year, or one that has not begun', () => {
    expect(countedSince('Saison', '2026-09-01')).toBe('2026-07-01');
    expect(countedSince('Saison', '2026-06-30')).toBe('2025-07-01');
    expect(countedSince('2026-2027', '2026-06-30')).toBe('2025-07-01');
    expect(countedSince('2026-2027', '2026-07-01')).toBe('2026-07-01');
  });
});

it('an entry is confirmed from that very day on', () => {
  expect(isConfirmed({ verifiedOn: '2026-07-01' }, '2026-07-01')).toBe(true);
  expect(isConfirmed({ verifiedOn: '2026-06-30' }, '2026-07-01')).toBe(false);
  expect(isConfirmed({ verifiedOn: null }, '2026-07-01')).toBe(false);
});

it('counts each entry once, by its seat, and the lines add up', () => {
  const communes = [
    { id: 'a', name: 'A', slug: 'a' },
    { id: 'b', name: 'B', slug: 'b' },
    { id: 'c', name: 'C', slug: 'c' },
  ];
  const associations = [
    { commune: 'a', verifiedOn: '2026-08-01' },
    { commune: 'a', verifiedOn: null },
    { commune: 'b', verifiedOn: '2026-08-01' },
    { commune: null, verifiedOn: '2026-08-01' },
    { commune: 'gone', verifiedOn: '2025-08-01' },
  ];
  const shares = sharesByCommune(associations, communes, '2026-07-01');
  expect(shares.map(({ commune, total, confirmed }) => [commune?.slug ?? null, total, confirmed])).toEqual([
    ['a', 2, 1],
    ['b', 1, 1],
    [null, 2, 1],
  ]);
  expect(shares.reduce((sum, { total }) => sum + total, 0)).toBe(shareOf(associations, '2026-07-01').total);
});

it('says all only of all, and none only of none', () => {
  expect(percent({ total: 1000, confirmed: 999 })).toBe(99);
  expect(percent({ total: 1000, confirmed: 1 })).toBe(1);
  expect(percent({ total: 3, confirmed: 3 })).toBe(100);
  expect(percent({ total: 3, confirmed: 0 })).toBe(0);
  expect(percent({ total: 0, confirmed: 0 })).toBe(0);
  expect(percent({ total: 3, confirmed: 2 })).toBe(67);
});
