/** What became of an event, in the few words that a list has room for: to when it was put off, and where it moved to. */
import { formatWeekdayAndMonth, labelOf } from '../../i18n/formats.ts';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { eventStates, type EventState } from '@trame/cms/domain/vocabulary/event-states';
import { t } from '../../i18n/t.ts';
import { isPostponed, stateOf, stateOn } from './event-state.ts';
import type { Span } from './span.ts';

interface Around {
  /** The date beside which it is said; null when none is known. */
  readonly span: Span | null;
  /** Where it takes place now, in a few words; null when that is not known. */
  readonly place: string | null;
}

/** Of an event in a list, which has one line for all of its dates unless it is said under one of them. */
export interface StateInWords {
  readonly state: EventState;
  /** "Annulé", "Reporté au samedi 6 juin", "Déplacé : salle des fêtes, Cavignac"; null when all is as planned. */
  readonly words: string | null;
}

/**
 * @param under true under one date of several, of which the state is then said too; false for the event as a whole
 */
export function stateInWords(event: Event, { span, place }: Around, under: boolean): StateInWords {
  const state = under && span ? stateOn(event, span.state) : stateOf(event);
  return { state, words: wordsOf(event, state, { span, place }) };
}

function wordsOf(event: Event, state: EventState, { span, place }: Around): string | null {
  switch (state) {
    case 'prévu':
      return null;
    case 'reporté': {
      const day = newDayOf(event, span);
      return day === null
        ? t('agenda.date.postponed')
        : t('agenda.date.postponedTo', { date: formatWeekdayAndMonth(day) });
    }
    case 'déplacé':
      return place === null ? labelOf('eventStates', eventStates, state) : t('agenda.date.relocated', { place });
    default:
      return labelOf('eventStates', eventStates, state);
  }
}

/** The day that it was put off to: of a date that was moved the new one, of an event that was the date that it has now. */
function newDayOf(event: Event, span: Span | null): string | null {
  if (span === null) return null;
  if (span.state === 'reporté') return span.movedTo?.firstDay ?? null;
  return event.timings.every(isPostponed) ? null : span.firstDay;
}
