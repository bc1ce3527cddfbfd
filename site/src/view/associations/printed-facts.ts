import { formatHours, labelOf } from '../../i18n/formats.ts';
import type { Association, Slot } from '@trame/cms/domain/contract/site/association';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { compareSlots } from '@trame/cms/domain/slots';
import { days } from '@trame/cms/domain/vocabulary/days';
import { lowerFirst } from '../../i18n/frame.ts';
import { joinFacts } from '../../i18n/facts.ts';
import { reachedBy } from './reached-by.ts';

/** "mercredi 14 h – 15 h, samedi 10 h – 11 h (hors vacances)", in the order of the week: the comma parts slots and nothing else. */
export const slotsInWords = (slots: readonly Slot[]): string =>
  [...slots]
    .sort(compareSlots)
    .map((slot) =>
      [lowerFirst(labelOf('days', days, slot.day)), formatHours(slot), slot.note === null ? null : `(${slot.note})`]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join(', ');

/** What a list on paper needs besides its names, since nobody can press them: when, and how to ask. One line each. */
export interface PrintedFacts {
  /** "Judo : mercredi 14 h – 15 h, samedi 10 h – 11 h". Activities whose hours nobody told are left out. */
  readonly hours: readonly string[];
  /** "05 99 00 12 34 · bureau@…", the one that is called first; null when none agreed to be on the site. */
  readonly contact: string | null;
}

export function printedFacts({ activities, contacts }: Pick<Association, 'activities' | 'contacts'>): PrintedFacts {
  const contact = reachedBy({ contacts });
  return {
    hours: activities
      .filter(({ slots }) => slots.length > 0)
      .map(({ label, slots }) => `${label}\u00a0: ${slotsInWords(slots)}`),
    contact:
      contact === null
        ? null
        : joinFacts([contact.phone && formatPhone(contact.phone), contact.email && formatEmail(contact.email)]),
  };
}
