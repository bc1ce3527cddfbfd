import type { DemoActionPlan } from '../../demo-content.ts';
import { boisLeRoi } from './bois-le-roi.ts';
import { latitudeNordGironde } from './latitude-nord-gironde.ts';

export const actionPlans: DemoActionPlan[] = [latitudeNordGironde, boisLeRoi];
