import { expect, it } from 'vitest';
import { criteriaInWords } from '../../domain/contract/desk/criteria-in-words.ts';
import { anyRecord } from '../../domain/contract/desk/finding.ts';
import { monthChoices, pageInWords, unreadableWords } from './record-lists-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const names = { commune: (id: string) => (id === 'c' ? 'Cavignac' : undefined), theme: () => undefined };

it('says what criteria ask for', () => {
  expect(criteriaInWords(anyRecord, names)).toBe('');
  const said = criteriaInWords(
    {
      question: ' judo ',
      types: ['api::association.association'],
      states: ['en ligne', 'brouillon'],
      gaps: ['commune', 'contact papier'],
      commune: 'c',
      theme: 'gone',
      unverifiedMonths: 12,
      printedOnly: true,
    },
    names,
  );
  expect(spaces(said)).toBe(
    'Associations · contient « judo » · En ligne ou Brouillon, jamais publiée · sans : commune, ou contact dans l’annuaire imprimé · Cavignac · thème disparu · pas vérifiée depuis 12 mois · imprimée',
  );
});

it('says which part of a list is shown', () => {
  expect(pageInWords(1, 0)).toBe('');
  expect(spaces(pageInWords(1, 1))).toBe('1 fiche');
  expect(spaces(pageInWords(2, 340))).toBe('51 à 100 sur 340 fiches');
  expect(spaces(pageInWords(7, 340))).toBe('301 à 340 sur 340 fiches');
});

it('keeps a number of months that an address brought', () => {
  expect(monthChoices(12)).toHaveLength(3);
  expect(monthChoices(18).at(-1)).toEqual({ value: '18', label: 'Pas vérifiée depuis 18 mois' });
});

it('tells that lists cannot be read', () => {
  expect(spaces(unreadableWords(1))).toMatch(/^1 liste enregistrée ne peut plus être lue :/);
});
