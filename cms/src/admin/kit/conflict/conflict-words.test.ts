import { expect, it } from 'vitest';
import type { ConflictPart } from '../../../domain/contract/desk/form-conflict.ts';
import { choiceLabel, doIt, linesOf, madeBy } from './conflict-words.ts';

const part = (more: Partial<ConflictPart>): ConflictPart => ({
  path: 'summary',
  label: 'Présentation',
  base: 'a',
  mine: 'b',
  theirs: 'c',
  words: { base: ['a'], mine: ['b'], theirs: ['c'] },
  who: 'Camille',
  at: '2026-11-29T13:02:00.000Z',
  ...more,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('says who changed it and when, or that nobody of the office did', () => {
  const now = new Date('2026-11-29T16:00:00Z');
  expect(plain(madeBy(part({}), now))).toBe('Modifié par Camille aujourd’hui à 14 h 02');
  expect(madeBy(part({ who: null }), now)).toMatch(/^Modifié par le programme ou la personne concernée/);
});

it('tells a row that is taken away from a field that is empty', () => {
  const words = { base: [], mine: [], theirs: ['Nom : Anne'] };
  expect(linesOf(part({ path: 'contacts.1', mine: null, words }), 'mine')).toEqual(['(supprimé)']);
  expect(linesOf(part({ mine: null, words }), 'mine')).toEqual(['(vide)']);
  expect(linesOf(part({ path: 'contacts.1', words }), 'theirs')).toEqual(['Nom : Anne']);
});

it('asks whether it goes online in its own words', () => {
  expect([choiceLabel(part({ path: '' }), 'mine'), choiceLabel(part({}), 'theirs')]).toEqual([
    'La remettre en ligne',
    'Prendre la sienne',
  ]);
});

it('names the button of the dialog by what it does', () => {
  expect(doIt(true, {})).toBe('Publier');
  expect(doIt(true, { '': 'theirs' })).toBe('Enregistrer');
  expect(doIt(false, { name: 'mine' })).toBe('Enregistrer');
});
