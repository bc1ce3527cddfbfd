/** The agenda of this release: grouped once, read by every page. */
import { dayOf } from '@trame/cms/domain/dates';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { buildAgenda } from './occurrences.ts';

/** `YYYY-MM-DD`, Europe/Paris: the day of the release. */
export const today: string = dayOf(buildEnv.TRAME_BUILT_AT);

export const agenda = buildAgenda(content.events.all, today);

/** Path of the page of a month (`YYYY-MM`). Two segments, so that no event's slug can ever take its place. */
export const monthPath = (month: string): string => `/agenda/mois/${month}/`;
