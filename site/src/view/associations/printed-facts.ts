import type { Association, Slot } from '@trame/cms/domain/contract/site/association';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { compareSlots, formatSlot } from '@trame/cms/domain/slots';
import { joinFacts } from '../../i18n/facts.ts';

/** "mercredi, 14 h – 15 h, samedi, 10 h – 11 h", in the order of the week. */
export const slotsInWords = (slots: readonly Slot[]): string =>
  [...slots]
    .sort(compareSlots)
    .map((slot) => formatSlot(slot))
    .map((words) => words.charAt(0).toLowerCase() + words.slice(1))
    .join(', ');

/** What a list on paper needs besides its names, since nobody can press them: when, and how to ask. One line each. */
export interface PrintedFacts {
  /** "Judo : mercredi 14 h – 15 h, samedi 10 h – 11 h". Activities whose hours nobody told are left out. */
  readonly hours: readonly string[];
  /** "05 99 00 12 34 · bureau@…", the first of the contacts; null when none agreed to be on the site. */
  readonly contact: string | null;
}

export function printedFacts({ activities, contacts }: Pick<Association, 'activities' | 'contacts'>): PrintedFacts {
  const [contact] = contacts.filter(({ phone, email }) => phone !== null || email !== null);
  return {
    hours: activities
      .filter(({ slots }) => slots.length > 0)
      .map(({ label, slots }) => `${label}\u00a0: ${slotsInWords(slots)}`),
    contact:
      contact === undefined
        ? null
        : joinFacts([contact.phone && formatPhone(contact.phone), contact.email && formatEmail(contact.email)]),
  };
}
