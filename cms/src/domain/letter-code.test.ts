import { expect, it } from 'vitest';
import { groupedCode, hexadecimalOf, readLetterCode, signsOf } from './letter-code.ts';

it('is written in signs that nobody takes for others, and leads back to its bits', () => {
  expect(signsOf('00000fffff', 4)).toBe('0000');
  expect(signsOf('fffff00000', 4)).toBe('ZZZZ');
  expect(signsOf('0123456789abcdef', 12)).toHaveLength(12);
  for (const hexadecimal of ['00000', 'abcde', '0000f', 'fffff'])
    expect(hexadecimalOf(signsOf(`${hexadecimal}1234`, 4))).toBe(hexadecimal);
  expect(groupedCode('K7QF29XMTWDA')).toBe('K7QF-29XM-TWDA');
  expect(groupedCode('K7QF29XMTW')).toBe('K7QF2-9XMTW');
});

it.each([
  'K7QF-29XM-TWDA',
  'k7qf29xmtwda',
  ' K7QF 29XM  TWDA. ',
  'K7QF–29XM—TWDA',
  'Ｋ7ＱＦ-29XM-TWDA',
  '«\u00a0K7QF-29XM-TWDA\u00a0»',
])('is read as it is typed: %s', (typed) => {
  expect(readLetterCode(typed)).toEqual({ ok: true, code: 'K7QF29XMTWDA' });
});

it('is read in its shorter form, of a letter that is copied by hand', () => {
  expect(readLetterCode('k7qf2 9xmtw')).toEqual({ ok: true, code: 'K7QF29XMTW' });
});

it('takes what looks like a sign for it', () => {
  expect(readLetterCode('oil0-UuLI-0000')).toEqual({ ok: true, code: '0110VV110000' });
});

it.each([
  ['', /écrit dans la lettre/],
  ['K7QF-29XM', /10 ou 12 signes, vous en avez tapé 8/],
  ['K7QF-29XM-TWDA-1', /tapé 13/],
  ['K7QF-29XM-TWDÉ', /sans accent/],
  ['K7QF-29XM-TWD😀', /tapé 11/],
])('says what is wrong with %j', (typed, message) => {
  const read = readLetterCode(typed);
  expect(read.ok).toBe(false);
  expect(!read.ok && read.message).toMatch(message);
});
