/** The agenda of this release: grouped once, read by every page. */
import { content } from '../../content/content.ts';
import { today } from '../../content/today.ts';
import { buildAgenda } from '../../view/agenda/occurrences.ts';

export const agenda = buildAgenda(content.events.all, today);

/** Path of the page of a month (`YYYY-MM`). Two segments, so that no event's slug can ever take its place. */
export const monthPath = (month: string): string => `/agenda/mois/${month}/`;
