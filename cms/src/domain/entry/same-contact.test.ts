import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, matchContacts, type Reachable } from './same-contact.ts';

const one = (name: string, phone: string, email: string): Reachable => ({ name, phone, email });

describe('two contacts', () => {
  it('are the same by a number or an address, never by a name alone', () => {
    expect(likeness(one('Anne', '+331', ''), one('Zoé', '+331', ''))).toBeGreaterThan(0);
    expect(likeness(one('', '', 'A@b.fr'), one('', '+331', 'a@b.fr'))).toBeGreaterThan(0);
    expect(likeness(one('Anne', '', ''), one('Anne', '', ''))).toBe(0);
    expect(likeness(one('', '', ''), one('', '', ''))).toBe(0);
  });

  it('under one address are told apart by their names', () => {
    const known = [one('Anne', '', 'club@b.fr'), one('Paul', '', 'club@b.fr')];
    expect(matchContacts([one('Paul', '', 'club@b.fr'), one('Anne', '', 'club@b.fr')], known)).toEqual([1, 0]);
    expect(matchContacts([one('Zoé', '', 'club@b.fr')], known)).toEqual([0]);
    expect(matchContacts([one('Zoé', '+332', '')], known)).toEqual([null]);
  });

  it('are never the same one twice', () => {
    const contact = fc.record({
      name: fc.constantFrom('', 'Anne', 'Paul'),
      phone: fc.constantFrom('', '+331', '+332'),
      email: fc.constantFrom('', 'a@b.fr'),
    });
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 5 }), fc.array(contact, { maxLength: 5 }), (contacts, known) => {
        const found = matchContacts(contacts, known);
        const taken = found.filter((index) => index !== null);
        expect(found).toHaveLength(contacts.length);
        expect(new Set(taken).size).toBe(taken.length);
        found.forEach((index, at) => {
          if (index !== null) expect(likeness(contacts[at]!, known[index]!)).toBeGreaterThan(0);
        });
      }),
    );
  });
});
