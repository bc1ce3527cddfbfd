import type { Action, ActionPlan } from '@trame/cms/domain/contract/site/action-plan';

/** An action for tests: valid, and as plain as can be. */
export function sampleAction(changes: Partial<Action> = {}): Action {
  return {
    id: 'act1',
    slug: 'guide',
    number: '1.1',
    title: 'Mettre en place un guide des associations',
    introduction: null,
    state: 'en cours',
    startsOn: null,
    endsOn: null,
    diagnosis: null,
    targetAudience: null,
    stake: null,
    implementation: null,
    objectives: null,
    deadlines: null,
    services: null,
    expectedResults: null,
    partners: null,
    indicators: [],
    associations: [],
    events: [],
    resources: [],
    guides: [],
    ...changes,
  };
}

/** A plan of as many axes as there are lists of actions. */
export function samplePlan(axes: Action[][], changes: Partial<ActionPlan> = {}): ActionPlan {
  return {
    id: 'plan1',
    slug: 'plan',
    title: 'Plan d’actions',
    territory: 'Bois-le-Roi',
    elsewhere: false,
    adoptedOn: null,
    adoptedBy: null,
    firstYear: null,
    lastYear: null,
    preamble: null,
    axes: axes.map((actions, at) => ({
      id: `axis${at + 1}`,
      number: String(at + 1),
      title: `Axe ${at + 1}`,
      introduction: null,
      actions,
    })),
    ...changes,
  };
}
