import { expect, it } from 'vitest';
import { leftOutInWords } from './left-out-in-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('says why nobody of a list would be written to, those who decided so first', () => {
  expect(leftOutInWords([])).toBe('');
  expect(spaces(leftOutInWords([{ why: 'stopped' }]))).toBe('1 personne s’est désinscrite de ces lettres.');
  expect(
    spaces(leftOutInWords([{ why: 'no-address' }, { why: 'nowhere' }, { why: 'no-address' }, { why: 'stopped' }])),
  ).toBe(
    '1 personne s’est désinscrite de ces lettres, 1 contact a demandé à ne plus paraître et 2 associations n’ont pas d’adresse électronique.',
  );
});
