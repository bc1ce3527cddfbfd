import type { DemoAssociation } from '../../demo-content.ts';
export const associations = (_today: string): DemoAssociation[] => [];
