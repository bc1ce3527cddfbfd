import { describe, expect, it } from 'vitest';
import { headingsOf } from './headings.ts';
import { sampleAction } from './sample-plan.ts';

describe('headingsOf', () => {
  it('keeps the order of the fiche action, and the headings that are empty', () => {
    const headings = headingsOf(sampleAction({ partners: 'Caf\nCollèges', diagnosis: 'Des associations méconnues' }));
    expect(headings.map(({ heading }) => heading)).toEqual([
      'diagnosis',
      'targetAudience',
      'stake',
      'implementation',
      'objectives',
      'deadlines',
      'services',
      'expectedResults',
      'partners',
    ]);
    expect(headings[8]?.items).toEqual(['Caf', 'Collèges']);
    expect(headings[1]?.items).toEqual([]);
  });
});
