import { describe, expect, it } from 'vitest';
import { emptyState } from './state.ts';
import { understand } from './understand.ts';

const communes = new Map([
  ['cavignac', 'Cavignac'],
  ['saint-savin', 'Saint-Savin'],
  ['cezac', 'Cézac'],
]);
const read = (q: string) => {
  const state = understand({ ...emptyState, q }, communes);
  return state && { q: state.q, age: state.age, jour: state.jour, commune: state.commune };
};

describe('a question in a sentence', () => {
  it('becomes criteria', () => {
    expect(read('mon enfant de 8 ans, le mercredi, pas loin de Cavignac')).toEqual({
      q: '',
      age: { count: 8, unit: 'ans' },
      jour: ['mercredi'],
      commune: ['cavignac'],
    });
    expect(read('danse le samedi à saint savin')).toEqual({
      q: 'danse',
      age: null,
      jour: ['samedi'],
      commune: ['saint-savin'],
    });
    expect(read('yoga mardis cezac')).toEqual({ q: 'yoga', age: null, jour: ['mardi'], commune: ['cezac'] });
  });

  it('stays as it is when nothing in it is one', () => {
    expect(read('judo')).toBeNull();
    expect(read('association des 200 ans')).toBeNull();
    expect(read('cavignacais')).toBeNull();
    expect(read('de 6 ans à 12 ans')).toBeNull();
  });

  it('adds to the criteria that are there', () => {
    const state = understand({ ...emptyState, q: 'mercredi', jour: ['mardi'], commune: ['cavignac'] }, communes);
    expect(state).toMatchObject({ jour: ['mardi', 'mercredi'], commune: ['cavignac'], q: '' });
  });
});
