import { association } from '../../authoring.ts';
import type { DemoAssociation } from '../../demo-content.ts';
import { culture } from './culture.ts';
import { enfanceEtSolidarite } from './enfance-solidarite.ts';
import { loisirs } from './loisirs.ts';
import { pays } from './pays.ts';
import { sports } from './sports.ts';

/** The fictional associations of the demonstration. @param today `YYYY-MM-DD`: verifications are counted back from it. */
export function associations(today: string): DemoAssociation[] {
  return [...sports, ...culture, ...loisirs, ...enfanceEtSolidarite, ...pays].map((entry) => association(entry, today));
}
