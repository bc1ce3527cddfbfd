import { expect, test } from 'vitest';
import { chooseByName } from './choose-by-name.ts';

const NAMES = [
  'L’Échiquier libournais',
  'Club d’échecs',
  'Les Amis du Moulin',
  'Moulin à vent',
  'Amicale laïque',
  'Émoulinage',
];
const find = (typed: string) => chooseByName(NAMES, (name) => name, typed);

test('accents, case, articles and punctuation do not count', () => {
  expect(find('echiquier')).toEqual(['L’Échiquier libournais']);
  expect(find('L’ECHIQ')).toEqual(['L’Échiquier libournais']);
  expect(find('laique')).toEqual(['Amicale laïque']);
  expect(find('d’echecs')).toEqual(['Club d’échecs']);
});

test('what begins like that comes first, then words that do, then the rest', () => {
  expect(find('moulin')).toEqual(['Moulin à vent', 'Les Amis du Moulin', 'Émoulinage']);
  expect(find('ami')).toEqual(['Amicale laïque', 'Les Amis du Moulin']);
  expect(find('moulin amis')).toEqual(['Les Amis du Moulin']);
});

test('nothing typed gives them all, in the order of an index', () => {
  expect(find('')).toEqual([
    'Amicale laïque',
    'Les Amis du Moulin',
    'Club d’échecs',
    'L’Échiquier libournais',
    'Émoulinage',
    'Moulin à vent',
  ]);
  expect(find('zzz')).toEqual([]);
});
