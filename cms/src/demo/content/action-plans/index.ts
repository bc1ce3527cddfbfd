import type { DemoActionPlan } from '../../demo-content.ts';
import { boisLeRoi } from './bois-le-roi.ts';
import { latitudeNordGironde } from './latitude-nord-gironde.ts';
import { paysDeVitre } from './pays-de-vitre.ts';

/** The territory's own plan, and two of other territories: examples, to which nothing of this territory is tied. */
export const actionPlans: DemoActionPlan[] = [latitudeNordGironde, boisLeRoi, paysDeVitre];
