import { describe, expect, it } from 'vitest';
import { by, fillFrench, of, that, to } from './french-prepositions.ts';

describe('« de » before a name', () => {
  it.each([
    ['Loches', 'de Loches'],
    ['Addictions', 'd’Addictions'],
    ['École de musique', 'd’École de musique'],
    ['Œuvre de charité', 'd’Œuvre de charité'],
    ['Harmonie de Loches', 'd’Harmonie de Loches'],
    ['Handball Club', 'de Handball Club'],
    ['HANDBALL CLUB', 'de HANDBALL CLUB'],
    ['Hameau de Ports', 'de Hameau de Ports'],
    ['Histoire locale', 'd’Histoire locale'],
    ['Huismes', 'd’Huismes'],
    ['8 mai 1945', 'de 8 mai 1945'],
    ['Onze de Loches', 'de Onze de Loches'],
    ['Yoga pour tous', 'de Yoga pour tous'],
    ['Yzeures-sur-Creuse', 'd’Yzeures-sur-Creuse'],
    ['UFOLEP', 'd’UFOLEP'],
    ['MJC', 'de MJC'],
    ['Le Petit Théâtre', 'du Petit Théâtre'],
    ['Les Amis du livre', 'des Amis du livre'],
    ['La Boule d’or', 'de La Boule d’or'],
    ['L’Amicale', 'de L’Amicale'],
    ['Lessay', 'de Lessay'],
    ['un', 'd’un'],
    ['', 'de '],
  ])('%s', (name, expected) => {
    expect(of(name)).toBe(expected);
  });
});

it.each([
  ['Office de tourisme de Loches', 'de l’Office', 'à l’Office', 'par l’Office', 'que l’Office'],
  ['office de tourisme', 'de l’office', 'à l’office', 'par l’office', 'que l’office'],
  ['Office d’animation', 'de l’Office', 'à l’Office', 'par l’Office', 'que l’Office'],
  ['Communauté de communes', 'de la Communauté', 'à la Communauté', 'par la Communauté', 'que la Communauté'],
  ['Mairie de Loches', 'de la Mairie', 'à la Mairie', 'par la Mairie', 'que la Mairie'],
  ['Pays de Blaye', 'du Pays', 'au Pays', 'par le Pays', 'que le Pays'],
  ['Syndicat intercommunal', 'du Syndicat', 'au Syndicat', 'par le Syndicat', 'que le Syndicat'],
  ['Officine', 'd’Officine', 'à Officine', 'par Officine', 'qu’Officine'],
  ['Ville', 'de Ville', 'à Ville', 'par Ville', 'que Ville'],
  ['Maison Rouge', 'de Maison', 'à Maison', 'par Maison', 'que Maison'],
  ['Les Amis du livre', 'des Amis', 'aux Amis', 'par Les', 'que Les'],
])('says %s with the article that it has in a sentence', (name, ...expected) => {
  const said = [of(name), to(name), by(name), that(name)];
  expect(said.map((one, at) => one.slice(0, expected[at]?.length))).toEqual(expected);
  expect(said.every((one) => one.endsWith(name.split(' ').at(-1) ?? ''))).toBe(true);
  expect(fillFrench('Tenu par {o}', () => name)).toBe(`Tenu ${by(name)}`);
});

it('contracts « à » with an article and never elides it', () => {
  expect([to('Addictions'), to('Le Petit Théâtre'), to('Les Amis du livre'), to('Lessay')]).toEqual([
    'à Addictions',
    'au Petit Théâtre',
    'aux Amis du livre',
    'à Lessay',
  ]);
});

it('elides « que », and contracts it with nothing', () => {
  expect([that('Addictions'), that('Le Petit Théâtre'), that('Handball Club')]).toEqual([
    'qu’Addictions',
    'que Le Petit Théâtre',
    'que Handball Club',
  ]);
});

describe('a sentence with blanks', () => {
  const filled = (sentence: string) =>
    fillFrench(sentence, (name) => ({ a: 'Addictions', l: 'Le Grand-Pressigny', n: 8 })[name] ?? null);

  it('agrees with what fills it', () => {
    expect(filled('La fiche de {a}, celle de {l}, à {l} ; il faut que {a} lise {a}.')).toBe(
      'La fiche d’Addictions, celle du Grand-Pressigny, au Grand-Pressigny ; il faut qu’Addictions lise Addictions.',
    );
    expect(filled('De {a} à {a}')).toBe('D’Addictions à Addictions');
  });

  it('leaves numbers, and blanks that it does not know', () => {
    expect(filled('La fiche de {n} associations de {inconnu}, le code {a}')).toBe(
      'La fiche de 8 associations de {inconnu}, le code Addictions',
    );
  });
});
