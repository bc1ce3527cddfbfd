import { describe, expect, it } from 'vitest';
import { pairOf, pairsAmong, type Comparable } from './candidates.ts';

let made = 0;
const record = (name: string, given: Partial<Comparable> = {}): Comparable => ({
  id: String((made += 1)),
  names: [name],
  rnaId: null,
  siret: null,
  communes: ['cavignac'],
  phones: [],
  emails: [],
  website: null,
  days: null,
  ...given,
});
const found = (...records: Comparable[]) =>
  pairsAmong(records).map(({ records: [a, b], score, reasons }) => ({ ids: [a.id, b.id], score, reasons }));

describe('associations that may be one', () => {
  it('finds the same name in one commune, whatever its accents, articles and slips', () => {
    const [a, b, c] = [
      record('L’Amicale laïque de Cavignac'),
      record('AMICALE LAIQUE CAVIGNAC'),
      record('Amicle laïque de Cavignac'),
    ];
    const pairs = found(a, b, c);
    expect(pairs.map(({ ids }) => ids.join(' ')).sort()).toEqual(
      [`${a.id} ${b.id}`, `${a.id} ${c.id}`, `${b.id} ${c.id}`].sort(),
    );
    expect(new Set(pairs.map(({ score }) => score))).toEqual(new Set([55]));
    expect(pairs[0]?.reasons).toEqual(['sameName', 'commune']);
  });

  it('asks nothing about names that only look alike, nor about the same name elsewhere', () => {
    expect(found(record('Judo club'), record('Judo club 2'))).toEqual([]);
    expect(found(record('Tennis club de Cézac'), record('Tennis de table de Cézac'))).toEqual([]);
    expect(found(record('Comité des fêtes'), record('Comité des fêtes', { communes: ['cezac'] }))).toEqual([]);
  });

  it('takes two associations of one person for two, and a like name with their contact for one', () => {
    const phone = { phones: ['+33536490101'], emails: ['marie@example.org'] };
    expect(found(record('Chorale du Moron', phone), record('Club de lecture', phone))).toEqual([]);
    const [a, b] = [record('Chorale du Moron', phone), record('Chorale Moron et Livenne', phone)];
    expect(found(a, b)[0]?.reasons).toEqual(['nearName', 'email', 'phone', 'commune']);
  });

  it('knows one by its number whatever it is called, and two by theirs', () => {
    const [a, b] = [record('Ensemble vocal', { rnaId: 'W332000001' }), record('EVC', { rnaId: 'W332000001' })];
    expect(found(a, b)[0]?.reasons).toEqual(['rna', 'commune']);
    const siren = [
      record('Théâtre', { siret: '80000000100018' }),
      record('Compagnie du pont', { siret: '80000000100026' }),
    ] as const;
    expect(found(...siren)[0]?.reasons).toEqual(['siren', 'commune']);
    expect(found(record('Pétanque', { rnaId: 'W332000002' }), record('Pétanque', { rnaId: 'W332000003' }))).toEqual([]);
    const told = pairOf(
      record('Pétanque', { rnaId: 'W332000002', phones: ['+33536490102'], emails: ['p@example.org'] }),
      record('Pétanque', { rnaId: 'W332000003', phones: ['+33536490102'], emails: ['P@example.org'] }),
    );
    expect(told?.reasons.at(-1)).toBe('otherRna');
  });

  it('compares the acronym of one with that of the other, and a name whose commune nobody knows', () => {
    const [a, b] = [
      record('ASL', { names: ['Association sportive de Laruscade', 'ASL'], website: 'https://www.asl.example/' }),
      record('ASL', { names: ['ASL'], website: 'http://asl.example' }),
    ];
    expect(found(a, b)[0]?.reasons).toEqual(['sameName', 'website', 'commune']);
    const [c, d] = [record('Les amis du moulin'), record('Amis du Moulin', { communes: [] })];
    expect(found(c, d)).toEqual([{ ids: [c.id, d.id], score: 50, reasons: ['sameName', 'noCommune'] }]);
  });

  it('does not compare all with all where hundreds share a word or a number', () => {
    const mairie = Array.from({ length: 400 }, (_, rank) => record(`Club ${rank}`, { phones: ['+33536490103'] }));
    expect(found(...mairie)).toEqual([]);
  });
});

describe('events that may be one', () => {
  it('have the same title on the same day', () => {
    const [a, b] = [
      record('Loto du foot', { days: ['2026-11-07'] }),
      record('Loto du Foot !', { days: ['2026-11-07', '2026-11-08'], communes: [] }),
    ];
    expect(found(a, b)).toEqual([{ ids: [a.id, b.id], score: 80, reasons: ['sameName', 'day', 'noCommune'] }]);
  });

  it('are two on two days, and two of one organiser on one day', () => {
    expect(found(record('Loto', { days: ['2026-11-07'] }), record('Loto', { days: ['2027-11-06'] }))).toEqual([]);
    const phones = ['+33536490104'];
    const day = { days: ['2026-11-07'], phones };
    expect(found(record('Loto', day), record('Concert de Noël', day))).toEqual([]);
  });
});
