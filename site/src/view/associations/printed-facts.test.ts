import type { Activity, Contact, Slot } from '@trame/cms/domain/contract/site/association';
import { describe, expect, it } from 'vitest';
import { printedFacts } from './printed-facts.ts';

const slot = (day: Slot['day'], begin: string, end: string): Slot => ({ day, begin, end, note: null });
const activity = (label: string, slots: Slot[]) => ({ label, slots }) as unknown as Activity;
const contact = (phone: string | null, email: string | null): Contact => ({ role: null, name: null, phone, email });

describe('printedFacts', () => {
  it('says the hours of each activity in the order of the week, and nothing of those that nobody told', () => {
    const { hours } = printedFacts({
      activities: [
        activity('Judo', [slot('samedi', '10:00', '11:00'), slot('mercredi', '14:00', '15:30')]),
        activity('Gala', []),
      ],
      contacts: [],
    });
    expect(hours).toHaveLength(1);
    expect(hours[0]).toMatch(/^Judo\u00a0: mercredi.*14.*15.*30, samedi/);
  });

  it('says the first contact that can be reached', () => {
    const facts = (contacts: Contact[]) => printedFacts({ activities: [], contacts }).contact;
    expect(facts([contact(null, null), contact('+33599001234', 'bureau@example.org')])?.replace(/\s/g, ' ')).toBe(
      '05 99 00 12 34 · bureau@example.org',
    );
    expect(facts([contact(null, 'bureau@example.org')])).toBe('bureau@example.org');
    expect(facts([contact(null, null)])).toBeNull();
  });
});
