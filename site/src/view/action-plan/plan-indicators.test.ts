import { describe, expect, it } from 'vitest';
import { pickIndicators, readIndicators } from './plan-indicators.ts';
import { sampleAction, samplePlan } from './sample-plan.ts';

const indicator = (label: string, values: number[]) => ({
  label,
  unit: null,
  target: null,
  readings: values.map((value, at) => ({ date: `202${at}-01-01`, value, note: null })),
});
const plan = samplePlan([
  [
    sampleAction({ id: 'a', slug: 'a', number: '1', indicators: [indicator('a1', [1]), indicator('a2', [1, 2])] }),
    sampleAction({ id: 'b', slug: 'b', number: '2', indicators: [indicator('jamais lu', [])] }),
  ],
  [sampleAction({ id: 'c', slug: 'c', number: '3', indicators: [indicator('c1', [3])] })],
]);
const labels = (items: ReturnType<typeof readIndicators>) => items.map(({ indicator: { label } }) => label);

describe('readIndicators', () => {
  it('gathers those that were read, each with its own id', () => {
    const found = readIndicators(plan);
    expect(labels(found)).toEqual(['a1', 'a2', 'c1']);
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    expect(found[2]?.source.href).toBe('/plan-d-actions/plan/c/');
  });
});

describe('pickIndicators', () => {
  it('takes one of each action before a second one, and keeps the order of the plan', () => {
    expect(labels(pickIndicators(readIndicators(plan), 2))).toEqual(['a1', 'c1']);
    expect(labels(pickIndicators(readIndicators(plan), 3))).toEqual(['a1', 'a2', 'c1']);
    expect(pickIndicators([], 3)).toEqual([]);
  });
});
