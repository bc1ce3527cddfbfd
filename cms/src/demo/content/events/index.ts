import type { DemoEvent } from '../../demo-content.ts';
export const events = (_today: string): DemoEvent[] => [];
