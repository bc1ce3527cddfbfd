import { createHash } from 'node:crypto';

const LETTERS = 'abcdef';

/**
 * The same UUID for the same name (version 8 of RFC 9562, of one's own making). Each group of four begins with a letter, so
 * that no run of figures in it reads like a telephone number, which the gate of privacy would take it for.
 */
export function uuidOf(...name: readonly string[]): string {
  const hex = createHash('sha256').update(name.join('\n')).digest('hex').slice(0, 32);
  const letter = (nibble: string) => LETTERS[Number.parseInt(nibble, 16) % LETTERS.length] ?? 'a';
  const digits = [...hex].map((nibble, index) => (index % 4 === 0 ? letter(nibble) : nibble));
  digits[12] = '8';
  digits[13] = letter(digits[13] ?? '0');
  digits[16] = Number.parseInt(digits[16] ?? '0', 16) % 2 === 0 ? 'a' : 'b';
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
