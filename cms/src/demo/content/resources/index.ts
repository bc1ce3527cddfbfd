import type { DemoResource } from '../../demo-content.ts';
import { paysDeVitre } from './pays-de-vitre.ts';
import { territoryResources } from './territory.ts';

export const resources: DemoResource[] = [...territoryResources, ...paysDeVitre];
