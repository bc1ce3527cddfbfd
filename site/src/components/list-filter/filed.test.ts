import { describe, expect, it } from 'vitest';
import { countIn, filed, fits, readChoice, summed, writeChoice, type Choice } from './filed.ts';

const atelier = { quoi: ['atelier'], ou: ['marsas'] };
const forum = { quoi: ['forum'], ou: ['marsas', 'marsas-en-ville'] };

describe('what is filed', () => {
  it.each([
    [{}, true],
    [{ quoi: 'forum' }, true],
    [{ quoi: 'forum', ou: 'marsas-en-ville' }, true],
    [{ quoi: 'atelier', ou: 'marsas' }, false],
    // The beginning of a value is another value.
    [{ ou: 'mars' }, false],
  ])('fits %j: %s', (choice, expected) => expect(fits(filed(forum), choice)).toBe(expected));

  it('holds nothing that a reader would cut elsewhere', () => {
    for (const value of ['deux mots', 'a|b', 'a*2', 'a:b', '']) expect(() => filed({ quoi: [value] })).toThrow(/filed/);
  });

  it('is summed, and counted by a choice', () => {
    const sum = summed([atelier, forum, atelier, { quoi: ['fete'], ou: [] }]);
    expect(sum).toBe('quoi:atelier ou:marsas*2|quoi:forum ou:marsas ou:marsas-en-ville*1|quoi:fete*1');
    const choices: Choice[] = [{}, { ou: 'marsas' }, { quoi: 'fete', ou: 'marsas' }];
    expect(choices.map((choice) => countIn(sum, choice))).toEqual([4, 3, 0]);
    expect(countIn(summed([]), {})).toBe(0);
  });
});

describe('a choice in an address', () => {
  const offered = new Map([
    ['quoi', ['atelier']],
    ['ou', ['marsas']],
  ]);

  it('is read when the page offers it', () => {
    expect(readChoice(new URLSearchParams('quoi=atelier&ou=ailleurs&q=x'), offered)).toEqual({ quoi: 'atelier' });
  });

  it('is written beside what else is asked for, and taken out again', () => {
    const query = new URLSearchParams('q=x&ou=marsas');
    expect(writeChoice(query, ['quoi', 'ou'], { quoi: 'atelier' })).toBe('?q=x&quoi=atelier');
    expect(writeChoice(new URLSearchParams('ou=marsas'), ['quoi', 'ou'], {})).toBe('');
  });
});
