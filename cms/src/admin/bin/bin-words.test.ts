import { expect, it } from 'vitest';
import { KEEP_IN_BIN_DAYS } from '../../entries/bin/bin-store.ts';
import { DAYS_IN_BIN, daysLeftWords, deletedWords, deletingWords } from './bin-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('says how many, which, and for how long they can be put back', () => {
  expect(DAYS_IN_BIN).toBe(KEEP_IN_BIN_DAYS);
  const one = deletingWords(['Éclats de voix']);
  expect([one.title, ...one.lines].map(spaces)).toEqual(['Supprimer cette fiche ?', '« Éclats de voix »']);
  expect(one.meaning).toContain('30 jours');
  const many = deletingWords(Array.from({ length: 1200 }, (_, rank) => `Club ${rank}`));
  expect(spaces(many.title)).toBe('Supprimer 1 200 fiches ?');
  expect(many.lines.map(spaces)).toEqual([
    '« Club 0 »',
    '« Club 1 »',
    '« Club 2 »',
    '« Club 3 »',
    '« Club 4 »',
    'et 1 195 autres',
  ]);
  // A list that does not tell names still says the number.
  expect(deletingWords(['', '']).lines).toEqual([]);
});

it('says when, by whom, and how long is left', () => {
  const line = {
    id: '1',
    uid: 'api::event.event',
    kind: 'Événement',
    title: 'Bal',
    deletedAt: '2026-11-21T13:32:00.000Z',
    deletedBy: 'Claire',
    daysLeft: 0,
    wasPublished: true,
  };
  expect(spaces(deletedWords(line, new Date('2026-11-29T10:00:00.000Z')))).toBe('le 21 novembre à 14 h 32, par Claire');
  expect(daysLeftWords(line)).toBe('effacé aujourd’hui');
  expect(spaces(daysLeftWords({ ...line, daysLeft: 12 }))).toBe('12 jours');
});
