/** The agenda of this release: grouped once, read by every page. */
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';
import { today } from '../../content/today.ts';
import { buildAgenda } from '../../view/agenda/occurrences.ts';

const read = derived('agenda', ({ events }: Pick<Content, 'events'>) => buildAgenda(events.all, today));
export const agenda = () => read(content);
