import { describe, expect, it } from 'vitest';
import { activeFacets, emptyState, knownValues, readAge, readState, sameState, without, writeState } from './state.ts';

const known = knownValues({
  theme: ['sports', 'judo', 'culture'],
  commune: ['cavignac', 'marsas'],
  public: ['enfants', 'seniors'],
});

describe('the question in the URL', () => {
  it('reads lists, repeated parameters and any case, in the order of the page', () => {
    const expected = {
      ...emptyState,
      q: 'danse',
      age: { count: 8, unit: 'ans' },
      jour: ['mardi', 'jeudi'],
      commune: ['cavignac', 'marsas'],
    };
    expect(readState('?q=danse&age=8&jour=jeudi,mardi&commune=Marsas&commune=cavignac', known)).toEqual(expected);
  });

  it('drops what does not exist', () => {
    expect(readState('?commune=paris&jour=dredi&age=300&type=x&inconnu=1&theme=', known)).toEqual(emptyState);
    expect(readState('', known)).toEqual(emptyState);
  });

  it('takes the empty fields of a plain form for nothing', () => {
    expect(readState('?q=&age=&jour=&commune=', known)).toEqual(emptyState);
  });

  it('writes what it reads, without noise and with readable commas', () => {
    const query =
      'q=l%E2%80%99amiti%C3%A9&commune=cavignac&jour=mercredi,samedi&moment=soir&theme=sports,culture&prix=gratuit&benevoles=oui&type=associations&autour=oui&age=8&exact=oui&vue=carte';
    expect(writeState(readState(query, known))).toBe(query);
    expect(writeState(emptyState)).toBe('');
  });

  it('keeps an age in months as one', () => {
    expect(readState('age=8&unite=mois', known).age).toEqual({ count: 8, unit: 'mois' });
    expect(writeState(readState('age=8&unite=mois', known))).toBe('age=8&unite=mois');
    expect(writeState(readState('age=&unite=mois', known))).toBe('');
  });

  it('keeps a question of a reasonable length', () => {
    expect(readState(`q=${'a'.repeat(5000)}`, known).q).toHaveLength(200);
  });

  it.each([
    ['8', { count: 8, unit: 'ans' }],
    [' 8 ans ', { count: 8, unit: 'ans' }],
    ['1 an', { count: 1, unit: 'ans' }],
    ['0', { count: 0, unit: 'ans' }],
    ['8 mois', { count: 8, unit: 'mois' }],
    ['100 mois', null],
    ['', null],
    ['-3', null],
    ['121', null],
    ['huit', null],
  ])('age %j', (text, age) => {
    expect(readAge(text)).toEqual(age);
  });

  it('gives up one facet, or one value of it', () => {
    const state = readState('q=judo&age=8&commune=cavignac,marsas', known);
    expect(activeFacets(state)).toEqual(['commune', 'age']);
    expect(without(state, 'commune', 'cavignac').commune).toEqual(['marsas']);
    expect(without(state, 'commune').commune).toEqual([]);
    expect(without(state, 'age').age).toBeNull();
    expect(without(state, 'q').q).toBe('');
    expect(sameState(state, without(state, 'age'))).toBe(false);
  });
});
