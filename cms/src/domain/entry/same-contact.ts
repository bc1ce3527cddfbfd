import { mendedPhone } from '../phone-plan.ts';
import type { FormContact } from './entry-form.ts';

/** What a contact is recognised by. */
export type Reachable = Pick<FormContact, 'name' | 'phone' | 'email'>;

/** A number that an older version stored wrongly is the same one. */
export const plainReach = (text: string): string => mendedPhone(text.trim().toLowerCase());

/**
 * How surely two contacts are the same one: 0 when they share neither number nor address, more when they share both, or the
 * name too. A club's only address often stands under several people: the name decides between those.
 */
export function likeness(a: Reachable, b: Reachable): number {
  const shares = (key: keyof Reachable) => plainReach(a[key]) !== '' && plainReach(a[key]) === plainReach(b[key]);
  const reached = (shares('phone') ? 2 : 0) + (shares('email') ? 2 : 0);
  return reached === 0 ? 0 : reached + (shares('name') ? 2 : plainReach(a.name) === plainReach(b.name) ? 1 : 0);
}

/**
 * For each of `contacts`, which of `known` it is: its index, or null for a new one. Each known one is taken once, by whoever
 * is most like it.
 */
export function matchContacts(contacts: readonly Reachable[], known: readonly Reachable[]): (number | null)[] {
  const pairs = contacts
    .flatMap((contact, index) => known.map((one, other) => ({ index, other, score: likeness(contact, one) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index || a.other - b.other);
  const found: (number | null)[] = contacts.map(() => null);
  const taken = new Set<number>();
  for (const { index, other } of pairs) {
    if (found[index] !== null || taken.has(other)) continue;
    found[index] = other;
    taken.add(other);
  }
  return found;
}
