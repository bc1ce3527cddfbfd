import { expect, it } from 'vitest';
import { twinsAmong, type Twinnable } from './twins.ts';

const entry = (name: string, commune: string | null, phone: string | null = null, email: string | null = null) =>
  ({ name, commune, contacts: [{ phone, email }] }) satisfies Twinnable;
const pairs = (...entries: Twinnable[]) => twinsAmong(entries).map(({ entries: [a, b], why }) => [a.name, b.name, why]);

it('are two entries of one name with one contact, wherever they are, but for a slip', () => {
  expect(
    pairs(
      entry('Les Amis du Moulin', 'Cavignac', '+33536490001'),
      entry('Judo club', 'Cavignac', '+33536490002'),
      entry('Amis des moulins', 'Cézac', '+33536490001'),
    ),
  ).toEqual([['Les Amis du Moulin', 'Amis des moulins', 'contact']]);
  expect(
    pairs(entry('Judo club', 'a', null, 'Club@example.org'), entry('Judo-Club', 'b', null, 'club@example.org')),
  ).toHaveLength(1);
});

it('or of exactly one name in one commune', () => {
  expect(pairs(entry('Comité des fêtes', 'Cézac'), entry('Comite des fetes', 'Cézac'))).toEqual([
    ['Comité des fêtes', 'Comite des fetes', 'commune'],
  ]);
});

it('are neither two clubs of one president, nor one name in two communes, nor two that nobody can place', () => {
  expect(pairs(entry('Judo club', 'Cézac', '+33536490001'), entry('Chorale', 'Cézac', '+33536490001'))).toEqual([]);
  expect(pairs(entry('Comité des fêtes', 'Cézac'), entry('Comité des fêtes', 'Cavignac'))).toEqual([]);
  expect(pairs(entry('Comité des fêtes', null), entry('Comité des fêtes', null))).toEqual([]);
  expect(pairs(entry('Judo club', 'Cézac'), entry('Judo club jeunes', 'Cézac'))).toEqual([]);
});

it('are told once, whatever they share', () => {
  const one = entry('Judo club', 'Cézac', '+33536490001', 'a@example.org');
  expect(pairs(one, { ...one, contacts: [...one.contacts, ...one.contacts] })).toHaveLength(1);
});
