import { describe, expect, it } from 'vitest';
import { planFacts, planName } from './plan-words.ts';
import { sampleAction, samplePlan } from './sample-plan.ts';

const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

describe('planName', () => {
  it('adds the territory that the title does not name', () => {
    expect(planName({ title: 'Plan d’actions', territory: 'Bois-le-Roi' })).toBe('Plan d’actions, Bois-le-Roi');
    expect(planName({ title: 'Plan d’actions de Bois-le-Roi', territory: 'Bois-le-roi' })).toBe(
      'Plan d’actions de Bois-le-Roi',
    );
  });
});

describe('planFacts', () => {
  it('says what is known', () => {
    const plan = samplePlan([[sampleAction()], []], {
      adoptedOn: '2017-03-08',
      adoptedBy: 'conseil municipal',
      firstYear: 2017,
      lastYear: 2020,
    });
    expect(plain(planFacts(plan))).toEqual([
      'Bois-le-Roi',
      '2017 – 2020',
      'Adopté le 8 mars 2017 (conseil municipal)',
      '2 axes',
      '1 action',
    ]);
  });

  it('does not repeat a single year, nor a territory that the title names', () => {
    const plan = samplePlan([], { title: 'Plan de Bois-le-Roi', firstYear: 2023, lastYear: 2023 });
    expect(plain(planFacts(plan))).toEqual(['2023', '0 axe', '0 action']);
  });
});
