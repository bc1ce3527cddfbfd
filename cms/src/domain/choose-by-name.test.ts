import { describe, expect, it, test } from 'vitest';
import { chooseByName, chooseInGroups } from './choose-by-name.ts';

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

describe('items of two levels', () => {
  const themes = [
    { name: 'Sports et plein air', above: '' },
    { name: 'Culture et création', above: '' },
    { name: 'Sports collectifs', above: 'Sports et plein air' },
    { name: 'Musique et chant', above: 'Culture et création' },
    { name: 'Gymnastique et bien-être', above: 'Sports et plein air' },
    { name: 'Arts du cirque', above: 'Culture et création' },
  ];
  const namesOf = (typed: string) => chooseInGroups(themes, (theme) => theme, typed).map(({ name }) => name);

  it('stand under what is above them, in the order of an index', () => {
    expect(namesOf('')).toEqual([
      'Culture et création',
      'Arts du cirque',
      'Musique et chant',
      'Sports et plein air',
      'Gymnastique et bien-être',
      'Sports collectifs',
    ]);
  });

  it('are found by some letters of their name, then by what is above them', () => {
    expect(namesOf('gym')).toEqual(['Gymnastique et bien-être']);
    expect(namesOf('sport')).toEqual(['Sports collectifs', 'Sports et plein air', 'Gymnastique et bien-être']);
    expect(namesOf('voile')).toEqual([]);
  });
});
