import { describe, expect, it } from 'vitest';
import { countStates, neighboursOf, saysWhereItStands } from './progress.ts';
import { sampleAction, samplePlan } from './sample-plan.ts';

describe('countStates', () => {
  it('counts from what is done to what was given up', () => {
    const states = ['abandonnée', 'en cours', 'réalisée', 'en cours'] as const;
    expect(countStates(states.map((state) => sampleAction({ state })))).toEqual([
      { state: 'réalisée', count: 1, share: 0.25 },
      { state: 'en cours', count: 2, share: 0.5 },
      { state: 'abandonnée', count: 1, share: 0.25 },
    ]);
  });

  it('says nothing of a plan without actions', () => {
    expect(countStates([])).toEqual([]);
  });

  it('counts apart, and last, what nobody knows', () => {
    const states = [null, 'abandonnée', null, 'à lancer'] as const;
    expect(countStates(states.map((state) => sampleAction({ state })))).toEqual([
      { state: 'à lancer', count: 1, share: 0.25 },
      { state: 'abandonnée', count: 1, share: 0.25 },
      { state: null, count: 2, share: 0.5 },
    ]);
  });
});

describe('saysWhereItStands', () => {
  it('is so as soon as one action has a state', () => {
    expect(saysWhereItStands([])).toBe(false);
    expect(saysWhereItStands([sampleAction({ state: null })])).toBe(false);
    expect(saysWhereItStands([sampleAction({ state: null }), sampleAction({ state: 'à lancer' })])).toBe(true);
  });
});

describe('neighboursOf', () => {
  it('goes on from one axis to the next, past an empty one', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => sampleAction({ id }));
    if (!a || !b || !c) throw new Error('three actions');
    const neighbours = neighboursOf(samplePlan([[a, b], [], [c]]));
    expect(neighbours.get('a')).toEqual({ previous: null, next: b });
    expect(neighbours.get('b')).toEqual({ previous: a, next: c });
    expect(neighbours.get('c')).toEqual({ previous: b, next: null });
  });
});
