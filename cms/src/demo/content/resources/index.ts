import type { DemoResource } from '../../demo-content.ts';
import { territoryResources } from './territory.ts';

export const resources: DemoResource[] = territoryResources;
