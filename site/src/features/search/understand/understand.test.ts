import { describe, expect, it } from 'vitest';
import type { Piece } from './pieces.ts';
import { placesOf } from './places.ts';
import { isTelling, understand, withoutPiece } from './understand.ts';

const places = placesOf([
  { slug: 'saint-savin', names: ['Saint-Savin'], postalCodes: ['33920'] },
  { slug: 'saint-yzan-de-soudiac', names: ['Saint-Yzan-de-Soudiac'], postalCodes: ['33920'] },
  { slug: 'civrac-de-blaye', names: ['Civrac-de-Blaye', 'La Font'], postalCodes: ['33920'] },
  { slug: 'marsas', names: ['Marsas'], postalCodes: ['33620'] },
  { slug: 'le-teich', names: ['Le Teich'], postalCodes: ['33470'] },
]);
/** A Tuesday. */
const today = '2026-09-01';
const read = (question: string) => understand(question, { places, today });
const pieces = (question: string): Piece[] => read(question).pieces.map(({ piece }) => piece);
const left = (question: string): string[] => {
  const { words, left: ranks } = read(question);
  return ranks.filter((rank) => isTelling(words[rank]!)).map((rank) => words[rank]!.text);
};
const years = (ageMin: number | null, ageMax: number | null) => ({ ageMin, ageMax });
const age = (...ranges: object[]): object => ({
  kind: 'age',
  ranges: ranges.map((range) => expect.objectContaining(range) as unknown),
});

describe('ages', () => {
  it.each([
    ['judo 8 ans', [years(8, 8)]],
    ['judo pour enfant de 8ans', [years(8, 8)]],
    ['de 6 à 8 ans', [years(6, 8)]],
    ['de 6 à 8', [years(6, 8)]],
    ['entre 6 et 8 ans', [years(6, 8)]],
    ['8 et 10 ans', [years(8, 8), years(10, 10)]],
    ['8 ans et 10 ans', [years(8, 8), years(10, 10)]],
    ['6-8 ans', [years(6, 8)]],
    ['plus de 60 ans', [years(60, null)]],
    ['à partir de 12 ans', [years(12, null)]],
    ['jusqu’à 99 ans', [years(0, 99)]],
    ['moins de 3 ans', [years(0, 2)]],
    ['bébé', [years(0, 2)]],
    ['mon ado', [years(12, 17)]],
    ['mamie 80 ans', [years(80, 80)]],
    ['ma mamie', [years(60, null)]],
    ['enfants', [years(3, 12)]],
    ['un enfant de huit ans', [years(8, 8)]],
    ['soixante ans', [years(60, 60)]],
    ['quatre-vingts ans', [years(80, 80)]],
    ['un ado de 15 ans', [years(15, 15)]],
    ['mon fils est en CM2', [years(10, 11)]],
    ['ma fille rentre en grande section', [years(5, 6)]],
    ['je suis en seconde', [years(15, 16)]],
    ['un bout de chou', [years(0, 3)]],
  ])('%s', (question, ranges) => expect(pieces(question)).toEqual([age(...ranges)]));

  it.each([
    'je suis veuve depuis un an',
    'il y a 3 ans que je ne cours plus',
    'ça fait deux ans que je cherche',
    'je déménage dans 6 mois',
  ])('%s tells how long', (question) => expect(pieces(question)).toEqual([]));

  it('of a volunteer says nothing of what they look for', () => {
    expect(pieces('devenir pompier bénévole à 15 ans')).toEqual([{ kind: 'benevolat' }]);
    expect(left('devenir pompier bénévole à 15 ans')).toEqual(['devenir', 'pompier']);
  });

  it('in months', () => {
    expect(pieces('éveil 18 mois')).toEqual([age({ ageMin: 18, ageMinUnit: 'mois', ageMax: 18, ageMaxUnit: 'mois' })]);
  });

  it.each([
    '400 ans',
    'de 18 à 20 h 30 personnes',
    'salle de 30 à 50 personnes',
    'bénévole auprès des personnes âgées',
    'une salle pour fêter mes 40 ans',
    'une poussette de seconde main',
  ])('none in %s', (question) => expect(pieces(question).filter(({ kind }) => kind === 'age')).toEqual([]));
});

describe('days, moments and dates', () => {
  it.each([
    ['yoga le mardi', [{ kind: 'jour', days: ['mardi'] }]],
    ['mardi et jeudi', [{ kind: 'jour', days: ['mardi', 'jeudi'] }]],
    ['le week-end', [{ kind: 'jour', days: ['samedi', 'dimanche'] }]],
    ['en semaine', [{ kind: 'jour', days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'] }]],
    [
      'mercredi après-midi',
      [
        { kind: 'jour', days: ['mercredi'] },
        { kind: 'moment', moments: ['apres-midi'] },
      ],
    ],
    [
      'samedi 14h',
      [
        { kind: 'jour', days: ['samedi'] },
        { kind: 'moment', moments: ['apres-midi'] },
      ],
    ],
    ['pas le mercredi', [{ kind: 'jour', days: ['lundi', 'mardi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] }]],
    ['le soir', [{ kind: 'moment', moments: ['soir'] }]],
    ['après 18h30', [{ kind: 'moment', moments: ['soir'] }]],
    ['vers 14h', [{ kind: 'moment', moments: ['apres-midi'] }]],
    ['ce week-end', [{ kind: 'dates', from: '2026-09-05', to: '2026-09-06' }]],
    ['le week-end prochain', [{ kind: 'dates', from: '2026-09-05', to: '2026-09-06' }]],
    ['demain', [{ kind: 'dates', from: '2026-09-02', to: '2026-09-02' }]],
    ['ce samedi', [{ kind: 'dates', from: '2026-09-05', to: '2026-09-05' }]],
    ['la première semaine d’octobre', [{ kind: 'dates', from: '2026-10-01', to: '2026-10-31' }]],
    ['en octobre', [{ kind: 'dates', from: '2026-10-01', to: '2026-10-31' }]],
    ['fête de village septembre', [{ kind: 'dates', from: today, to: '2026-09-30' }]],
    ['le 3 janvier', [{ kind: 'dates', from: '2027-01-03', to: '2027-01-03' }]],
    ['le week-end du 12 et 13 septembre', [{ kind: 'dates', from: '2026-09-12', to: '2026-09-13' }]],
    [
      'ce soir',
      [
        { kind: 'dates', from: today, to: today },
        { kind: 'moment', moments: ['soir'] },
      ],
    ],
  ])('%s', (question, expected) => expect(pieces(question)).toEqual(expected));

  it('on a Sunday, this week-end is what is left of it', () => {
    const sunday = understand('ce week-end', { places, today: '2026-09-06' });
    expect(sunday.pieces.map(({ piece }) => piece)).toEqual([{ kind: 'dates', from: '2026-09-06', to: '2026-09-06' }]);
  });

  it('a day that does not exist is no date', () => expect(pieces('le 31 février')).toEqual([]));
});

describe('places', () => {
  const at = (communes: string[], within: number | null = null): object => ({ kind: 'lieu', communes, within });
  it.each([
    ['judo à Saint-Savin', at(['saint-savin'])],
    ['judo st savin', at(['saint-savin'])],
    ['judo SAINT SAVIN', at(['saint-savin'])],
    ['judo à saint yzan', at(['saint-yzan-de-soudiac'])],
    ['judo à Civrac', at(['civrac-de-blaye'])],
    ['judo à la font', at(['civrac-de-blaye'])],
    ['canoë au Teich', at(['le-teich'])],
    ['33470', at(['le-teich'])],
    ['33920', at(['saint-savin', 'saint-yzan-de-soudiac', 'civrac-de-blaye'])],
    ['yoga pas loin de Marsas', at(['marsas'], 15)],
    ['yoga près de st savin', at(['saint-savin'], 15)],
    ['yoga à moins de 10 km de Marsas', at(['marsas'], 10)],
    ['Marsas et alentours', at(['marsas'], 15)],
  ])('%s', (question, expected) => expect(pieces(question)).toEqual([expected]));

  it.each([
    ['judo près de chez moi', ['judo']],
    ['yoga pas loin de chez nous', ['yoga']],
    ['quoi faire autour de moi', []],
    ['une chorale dans mon coin', ['chorale']],
    ['à côté d’ici', []],
  ])('%s is near whoever asks', (question, words) => {
    expect(pieces(question)).toEqual([{ kind: 'pres-de-moi' }]);
    expect(left(question)).toEqual(words);
  });

  it.each(['aide pour moi', 'quelqu’un chez moi pour le ménage', 'près de la rivière'])('%s is not', (question) =>
    expect(pieces(question)).toEqual([]),
  );

  it('a post code of elsewhere is no place', () => expect(pieces('75001')).toEqual([]));
});

describe('money and wishes', () => {
  it.each([
    ['yoga gratuit', { kind: 'prix', most: 0 }],
    ['yoga sans payer', { kind: 'prix', most: 0 }],
    ['yoga qui ne coûte rien', { kind: 'prix', most: 0 }],
    ['j’ai deux heures par semaine à donner', { kind: 'benevolat' }],
    ['je peux aider des gamins', { kind: 'benevolat' }],
    ['yoga pas cher', { kind: 'prix', most: 40 }],
    ['à moins de 50 euros', { kind: 'prix', most: 50 }],
    ['devenir bénévole', { kind: 'benevolat' }],
    ['je voudrais donner un peu de mon temps', { kind: 'benevolat' }],
    ['emprunter une sono', { kind: 'pret', what: 'materiel' }],
    ['louer une salle', { kind: 'pret', what: 'salle' }],
    ['salle de mariage', { kind: 'pret', what: 'salle' }],
    ['une activité qui coûte rien', { kind: 'prix', most: 0 }],
    ['lire des histoires bénévolement', { kind: 'benevolat' }],
    ['j’ai envie de transmettre', { kind: 'benevolat' }],
  ])('%s', (question, expected) => expect(pieces(question)).toEqual([expected]));

  it.each(['prêter ma grange', 'prêter main forte'])('%s is no loan that is asked', (question) =>
    expect(pieces(question)).toEqual([]),
  );

  it('an hour against another is no gift', () => expect(pieces('donner une heure contre un service')).toEqual([]));

  it('an association that lacks volunteers does not offer its time', () =>
    expect(pieces('comment trouver des bénévoles')).toEqual([]));
});

describe('what is left', () => {
  it.each([
    ['judo pour mon fils de 8 ans', ['judo']],
    ['est-ce qu’il y a un cours d’anglais', ['anglais']],
    ['bonjour je cherche une chorale à Marsas svp', ['chorale']],
    ['FC3C', ['fc3c']],
    ['un ado de 15 ans qui fait du skate', ['skate']],
    ['mon ado passe sa vie sur son téléphone, on cherche une activité', []],
    ['on cherche une activité manuelle', ['manuelle']],
    ['inscription foot 2026', ['foot']],
    ['papi, veuf depuis peu, s’ennuie le mercredi', []],
    ['je travaille toute la journée, un yoga', ['yoga']],
    ['un vélo avec ma grande', ['velo']],
    ['j’ai trouvé un hérisson dans mon jardin', ['herisson']],
    ['meubles pour mon nouvel appartement', ['meubles']],
    ['une télé qui marche encore', ['tele']],
    ['éveil musical sans rendez-vous', ['eveil', 'musical']],
    ['rugby sans contact', ['rugby', 'contact']],
    ['je suis libre, un yoga', ['yoga']],
    // Nothing else is understood: why they ask is all there is to look for.
    ['mon beau-père est sourd et s’ennuie', ['sourd']],
    ['', []],
  ])('of « %s »', (question, words) => expect(left(question)).toEqual(words));

  it('a piece is taken off with the little words that led to it', () => {
    const question = 'judo pour mon fils de 8 ans à Marsas le mercredi';
    const understood = read(question);
    const without = (kind: Piece['kind']): string =>
      withoutPiece(
        question,
        understood,
        understood.pieces.find(({ piece }) => piece.kind === kind)!,
      );
    expect(without('lieu')).toBe('judo pour mon fils de 8 ans le mercredi');
    expect(without('jour')).toBe('judo pour mon fils de 8 ans à Marsas');
    expect(without('age')).toBe('judo pour mon fils à Marsas le mercredi');
  });
});
