import { describe, expect, it } from 'vitest';
import { overlap, rangesIncluding, rangesOf, rangeValue } from './ages.ts';

const range = (ageMin: number | null, ageMax: number | null) => ({ ageMin, ageMax });

describe('ages', () => {
  it('closes open ends', () => {
    expect(rangeValue(range(6, 12))).toBe('6-12');
    expect(rangeValue(range(60, null))).toBe('60-120');
    expect(rangeValue(range(null, 3))).toBe('0-3');
    expect(rangeValue(range(null, null))).toBe('0-120');
  });

  it('finds the ranges of an age, ends included, up to the oldest', () => {
    const all = ['0-3', '0-120', '6-12', '8-8', '9-15', '18-120'];
    expect(rangesIncluding(8, all)).toEqual(['0-120', '6-12', '8-8']);
    expect(rangesIncluding(12, all)).toEqual(['0-120', '6-12', '9-15']);
    expect(rangesIncluding(120, all)).toEqual(['0-120', '18-120']);
    expect(rangesIncluding(0, all)).toEqual(['0-3', '0-120']);
  });

  it('takes the ages of the audiences for an activity that names none', () => {
    const seniors = range(60, null);
    expect(rangesOf(range(null, null), [seniors, range(null, null)])).toEqual([seniors]);
    expect(rangesOf(range(null, null), [])).toEqual([range(null, null)]);
    expect(rangesOf(range(6, null), [seniors])).toEqual([range(6, null)]);
  });

  it('tells whether two ranges share a year', () => {
    expect(overlap(range(6, 12), range(12, 17))).toBe(true);
    expect(overlap(range(6, 11), range(12, 17))).toBe(false);
    expect(overlap(range(60, null), range(null, null))).toBe(true);
  });
});
