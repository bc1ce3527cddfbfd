import { describe, expect, it } from 'vitest';
import { defaultTruthRules as rules, missedEditions, mostAtOnce, standingOf } from './silence.ts';

describe('how far an entry can be believed', () => {
  it('counts the campaigns that asked and got no confirmation since', () => {
    const asked = ['2024-06-01', '2025-06-01', '2026-06-01'];
    expect(missedEditions(null, asked)).toBe(3);
    expect(missedEditions('2023-09-01', asked)).toBe(3);
    expect(missedEditions('2024-06-01', asked)).toBe(2);
    expect(missedEditions('2025-07-14', asked)).toBe(1);
    expect(missedEditions('2026-06-01', asked)).toBe(0);
    expect(missedEditions(null, [])).toBe(0);
    expect(missedEditions(null, ['2026-06-01', '2026-06-01'])).toBe(1);
  });

  it('flags after one, keeps off the paper after two, takes off the site after three', () => {
    expect([0, 1, 2, 3, 9].map((missed) => standingOf(missed, rules))).toEqual([
      { toConfirm: false, offPaper: false, toTakeOffline: false },
      { toConfirm: true, offPaper: false, toTakeOffline: false },
      { toConfirm: true, offPaper: true, toTakeOffline: false },
      { toConfirm: true, offPaper: true, toTakeOffline: true },
      { toConfirm: true, offPaper: true, toTakeOffline: true },
    ]);
  });

  it('never does what is set to never, and what is stricter includes what is milder', () => {
    expect(standingOf(9, { flagAfter: 0, offPaperAfter: 0, offlineAfter: 0 })).toEqual({
      toConfirm: false,
      offPaper: false,
      toTakeOffline: false,
    });
    expect(standingOf(1, { flagAfter: 5, offPaperAfter: 1, offlineAfter: 0 })).toMatchObject({
      toConfirm: true,
      offPaper: true,
    });
  });

  it('lets a share go at once, and one of a few', () => {
    expect(mostAtOnce(1200, rules)).toBe(60);
    expect(mostAtOnce(10, rules)).toBe(1);
    expect(mostAtOnce(0, rules)).toBe(1);
  });
});
