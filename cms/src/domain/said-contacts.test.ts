import { expect, it } from 'vitest';
import { saidContacts } from './said-contacts.ts';

const spaces = (texts: readonly string[]) => texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));

it('tells the numbers and addresses of a text, in whatever spelling, once each', () => {
  const [said, ...others] = saidContacts([
    { label: 'Présentation', text: 'Deux cents adhérents, 12 € depuis le 06/12/2026. SIRET 123 456 789 00012.' },
    {
      label: 'Comment s’inscrire',
      text: 'Appelez Paule au 06.39.98.00.77 (06 39 98 00 77 le soir), ou club (arobase) example.org, Club@example.org.',
    },
  ]);
  expect(others).toEqual([]);
  expect(said?.label).toBe('Comment s’inscrire');
  expect(spaces(said?.contacts ?? [])).toEqual(['06 39 98 00 77', 'club@example.org']);
});

it('says nothing of what stood there already', () => {
  const before = 'Appelez le 05 36 49 00 12.';
  expect(saidContacts([{ label: 'a', text: `${before} Sans réservation.`, before }])).toEqual([]);
  expect(saidContacts([{ label: 'a', text: `${before} Ou le 05 36 49 00 13.`, before }])).toHaveLength(1);
  const [said] = saidContacts([{ label: 'a', text: before }]);
  expect(saidContacts([{ label: 'b', text: '+33 5.36.49.00.12' }], said?.contacts)).toEqual([]);
});

it('tells a postal address too, but not where a text is there for saying where something is', () => {
  const text = 'Chez Anne, 12 rue des Lilas, 33920 Saint-Savin.';
  expect(saidContacts([{ label: 'a', text }])).toMatchObject([{ contacts: ['12 rue des Lilas, 33920 Saint-Savin'] }]);
  expect(saidContacts([{ label: 'Lieu', text, isPlace: true }])).toEqual([]);
});
