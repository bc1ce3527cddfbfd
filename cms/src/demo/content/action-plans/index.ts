import type { DemoActionPlan } from '../../demo-content.ts';
export const actionPlans: DemoActionPlan[] = [];
