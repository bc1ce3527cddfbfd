import type { DemoGuide } from '../../demo-content.ts';
import { experiences } from './experiences.ts';
import { practicalGuides } from './practical.ts';

/** @param today `YYYY-MM-DD` */
export const guides = (today: string): DemoGuide[] => [...practicalGuides(today), ...experiences];
