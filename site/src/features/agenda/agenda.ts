/** The agenda of this release: grouped once, read by every page. */
import { content } from '../../content/content.ts';
import { today } from '../../content/today.ts';
import { buildAgenda } from '../../view/agenda/occurrences.ts';

export const agenda = buildAgenda(content.events.all, today);
