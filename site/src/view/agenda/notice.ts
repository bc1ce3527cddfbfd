import type { Event } from '@trame/cms/domain/contract/site/event';
import { isPostponed, stateOf } from './event-state.ts';
import { t } from '../../i18n/t.ts';

/**
 * What must be known before anything else; null when all is as planned. Once an event is over, only that it never took
 * place is worth saying.
 */
export function noticeOf(event: Pick<Event, 'state' | 'timings'>, over: boolean): string | null {
  const state = stateOf(event);
  if (state === 'prévu' || (over && state !== 'annulé')) return null;
  if (state === 'reporté' && event.timings.every(isPostponed)) return t('agenda.state.reportéSansDate');
  return t(`agenda.state.${state}`);
}
