import type { DemoResource } from '../../demo-content.ts';
export const resources: DemoResource[] = [];
