import { describe, expect, it } from 'vitest';
import { rangesIncluding, rangesOf, rangeValue } from './ages.ts';

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
    expect(rangesIncluding({ count: 8, unit: 'ans' }, all)).toEqual(['0-120', '6-12', '8-8']);
    expect(rangesIncluding({ count: 12, unit: 'ans' }, all)).toEqual(['0-120', '6-12', '9-15']);
    expect(rangesIncluding({ count: 120, unit: 'ans' }, all)).toEqual(['0-120', '18-120']);
    expect(rangesIncluding({ count: 0, unit: 'ans' }, all)).toEqual(['0-3', '0-120']);
  });

  it('takes the ages of the audiences for an activity that names none', () => {
    const seniors = range(60, null);
    expect(rangesOf(range(null, null), [seniors, range(null, null)])).toEqual([seniors]);
    expect(rangesOf(range(null, null), [])).toEqual([range(null, null)]);
    expect(rangesOf(range(6, null), [seniors])).toEqual([range(6, null)]);
  });

  it('finds for a baby of so many months what is for babies of that age', () => {
    const baby = (count: number) => ({ count, unit: 'mois' as const });
    const ranges = ['0-3', '3m-18m', '6m-3', '6-12', '0-120'];
    expect(rangesIncluding(baby(8), ranges)).toEqual(['0-3', '3m-18m', '6m-3', '0-120']);
    expect(rangesIncluding(baby(20), ranges)).toEqual(['0-3', '6m-3', '0-120']);
    expect(rangesIncluding({ count: 0, unit: 'ans' }, ranges)).toEqual(['0-3', '3m-18m', '6m-3', '0-120']);
  });

  it('writes and reads ends that count months', () => {
    expect(rangeValue({ ageMin: 6, ageMinUnit: 'mois', ageMax: 3, ageMaxUnit: 'ans' })).toBe('6m-3');
  });
});
