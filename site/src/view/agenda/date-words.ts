/** A date of an event in words, with what became of it: what is struck out on the page is also said. */
import { labelOf } from '../../i18n/formats.ts';
import { french } from '../../content/french.ts';
import { timingStates } from '@trame/cms/domain/vocabulary/timing-states';
import { lowerFirst } from '../../i18n/frame.ts';
import { t } from '../../i18n/t.ts';
import { formatSpan } from './when.ts';
import type { Span } from './span.ts';

/** "Annulé", "Reporté au samedi 12 septembre 2026 à 20 h 30", "au lieu du samedi 5 septembre 2026"; null when all is as planned. */
export function whatBecameOf(span: Span): string | null {
  if (span.movedFrom !== null) return t('agenda.date.insteadOf', { date: plain(span.movedFrom) });
  if (span.state === 'reporté') {
    return span.movedTo === null ? t('agenda.date.postponed') : t('agenda.date.movedTo', { date: plain(span.movedTo) });
  }
  return span.state === 'prévu' ? null : labelOf('timingStates', timingStates, span.state);
}

const plain = (dates: Parameters<typeof formatSpan>[0]): string => french(formatSpan(dates)).replace(/^du /, '');

/** The date and what became of it, on one line of plain text: "samedi 5 septembre 2026 (annulé)". */
export function dateInWords(span: Span): string {
  const note = whatBecameOf(span);
  return note === null ? formatSpan(span) : `${formatSpan(span)} (${lowerFirst(note)})`;
}
