import type { Event } from '@trame/cms/domain/contract/event';
import { t } from '../../i18n/t.ts';

/**
 * What must be known before anything else; null when all is as planned. Once an event is over, only that it never took
 * place is worth saying.
 */
export function noticeOf({ state, timings }: Pick<Event, 'state' | 'timings'>, over: boolean): string | null {
  if (state === 'prévu' || (over && state !== 'annulé')) return null;
  if (state === 'reporté' && timings.length === 0) return t('agenda.state.reportéSansDate');
  return t(`agenda.state.${state}`);
}
