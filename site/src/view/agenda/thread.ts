import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Content } from '../../content/index-content.ts';
import { threadOf } from '../associations/thread.ts';

/** The colour of an event's thread: that of its first theme, else of its first organiser's; none when neither has one. */
export function threadOfEvent(content: Content, event: Event): string | undefined {
  if (event.themes.length > 0) return threadOf(content, event);
  const [organiser] = content.associations.some(event.organisers);
  return organiser === undefined ? undefined : threadOf(content, organiser);
}
