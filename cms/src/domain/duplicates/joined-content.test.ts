import { describe, expect, it } from 'vitest';
import { joinedContent, offeredFields, type JoinedField } from './joined-content.ts';
import { joinContacts } from './one-contact.ts';

const fields: readonly JoinedField[] = [
  { name: 'name', kind: 'one' },
  { name: 'summary', kind: 'one' },
  { name: 'themes', kind: 'list' },
  { name: 'contacts', kind: 'contacts' },
  { name: 'internalNote', kind: 'notes' },
  { name: 'verifiedOn', kind: 'one' },
  { name: 'verifiedBy', kind: 'one', goesWith: 'verifiedOn' },
];
const first = {
  name: 'Judo club',
  summary: 'Judo.',
  themes: ['sport'],
  contacts: [],
  internalNote: 'A',
  verifiedOn: null,
  verifiedBy: null,
};
const second = {
  name: 'Judo club',
  summary: 'Du judo.',
  themes: ['loisirs', 'sport'],
  contacts: [],
  internalNote: 'B',
  verifiedOn: '2026-01-02',
  verifiedBy: 'visite',
};

describe('two records field by field', () => {
  it('asks only about what differs, and proposes what is said, both of a list, else what stays', () => {
    expect(offeredFields(fields, { first, second }, 'second')).toEqual([
      { name: 'summary', choices: ['first', 'second'], proposed: 'second' },
      { name: 'themes', choices: ['first', 'second', 'both'], proposed: 'both' },
      { name: 'internalNote', choices: ['first', 'second', 'both'], proposed: 'both' },
      { name: 'verifiedOn', choices: ['first', 'second'], proposed: 'second' },
    ]);
  });

  it('makes the record of what was chosen, what stays first; what goes together stays together', () => {
    expect(joinedContent(fields, { first, second }, 'second', { summary: 'first', verifiedOn: 'second' })).toEqual({
      ...{ name: 'Judo club', summary: 'Judo.', themes: ['loisirs', 'sport'], contacts: [], internalNote: 'B\nA' },
      ...{ verifiedOn: '2026-01-02', verifiedBy: 'visite' },
    });
    expect(joinedContent(fields, { first, second }, 'first', { verifiedOn: 'first' })).toMatchObject({
      verifiedOn: null,
      verifiedBy: null,
    });
  });

  it('takes no choice that was not offered', () => {
    expect(joinedContent(fields, { first, second }, 'first', { summary: 'both' })['summary']).toBe('Judo.');
  });
});

describe('the contacts of two entries', () => {
  const none = { web: false, print: false, professionals: false, openData: false };
  const marie = { role: 'Présidence', name: 'Marie Dupont', phone: '+33536490001', email: '', ...none };
  const agreed = { web: true, print: true, consentDate: '2024-05-01', consentSource: 'courriel' };

  it('are each person once, with what either entry says', () => {
    const joined = joinContacts(
      [{ ...marie, ...agreed }],
      [
        {
          ...marie,
          role: null,
          name: 'MARIE DUPONT',
          email: 'marie@example.org',
          ...agreed,
          consentDate: '2026-01-01',
        },
        { ...marie, name: 'Paul Martin' },
      ],
    );
    expect(joined).toEqual([
      { ...marie, email: 'marie@example.org', ...agreed, consentDate: '2026-01-01' },
      { ...marie, name: 'Paul Martin' },
    ]);
  });

  it('are shown where both agreed; of one who was not asked in the other entry, the agreement stays as it is', () => {
    const printOnly = { ...marie, print: true, consentDate: '2023-01-01', consentSource: 'forum' };
    expect(joinContacts([{ ...marie, ...agreed }], [printOnly])[0]).toMatchObject({
      ...{ web: false, print: true, openData: false, consentDate: '2024-05-01', consentSource: 'courriel' },
    });
    const openData = { ...marie, openData: true, consentDate: '2026-01-01', consentSource: 'forum' };
    expect(joinContacts([{ ...marie, ...agreed }], [openData])[0]).toMatchObject({
      ...{ ...none, consentDate: null, consentSource: null },
    });
    for (const [a, b] of [
      [{ ...marie, ...agreed }, marie],
      [marie, { ...marie, ...agreed }],
    ] as const)
      expect(joinContacts([a], [b])).toEqual([{ ...marie, ...agreed }]);
  });

  it('are agreed to for the values that the agreement was given for, and for nothing that comes beside them', () => {
    const refused = { ...none, consentDate: null, consentSource: null };
    const phoneOnly = { ...marie, ...agreed };
    const withAddress = { ...marie, email: 'marie@example.org' };
    const apart = { ...withAddress, phone: null, ...refused };
    expect(joinContacts([phoneOnly], [withAddress])).toEqual([phoneOnly, apart]);
    expect(joinContacts([withAddress], [phoneOnly])).toEqual([phoneOnly, apart]);

    // The address of a club, agreed to everywhere, beside the person who reads it, who was asked nothing.
    const club = { ...marie, role: '', name: '', phone: '', email: 'club@example.org', ...agreed };
    const person = { ...marie, email: 'club@example.org' };
    expect(joinContacts([club], [person])).toEqual([
      { ...club, role: 'Présidence' },
      { ...person, email: null, ...refused },
    ]);

    // A name alone keeps the number by which it is known.
    const unnamed = { ...phoneOnly, name: '' };
    const named = { ...marie, ...refused };
    expect(joinContacts([unnamed], [marie])).toEqual([unnamed, named]);
    expect(joinContacts([unnamed], [marie, marie])).toEqual([unnamed, named]);
  });

  it('are two when anything that both say differs', () => {
    const other = { ...marie, phone: '+33536490002', email: 'club@example.org' };
    expect(joinContacts([{ ...marie, email: 'club@example.org' }], [other])).toHaveLength(2);
  });
});
