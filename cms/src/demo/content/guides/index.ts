import type { DemoGuide } from '../../demo-content.ts';
export const guides = (_today: string): DemoGuide[] => [];
