import type { DemoEvent } from '../../demo-content.ts';
import { agenda } from './agenda.ts';
import { documentedEvents } from './documents.ts';
import { event } from './entry.ts';

/** @param today `YYYY-MM-DD`: the agenda of the associations is set around it; what documents report keeps its own dates. */
export const events = (today: string): DemoEvent[] => [...agenda(today), ...documentedEvents].map(event);
