/**
 * The code of a letter: what a person types where the link of the letter does not open. Signs of Crockford's base 32
 * (https://www.crockford.com/base32.html), five bits each: no I, L, O or U, which are read for others.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** Signs of a code, in three groups of four. */
export const LETTER_CODE_SIGNS = 12;
/** Signs of the code of a campaign's letter, in two groups of five: its link ends with the campaign, and paper is copied by hand. */
export const SHORT_CODE_SIGNS = 10;
/** Signs, spaces, dashes and what else is typed around them. */
export const LETTER_CODE_TYPED = 60;

/** What people read for a sign, and type: capitals or not. */
const READ_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** As it is written in a letter: "K7QF-29XM-TWDA", "K7QF2-9XMTW". */
export const groupedCode = (code: string): string =>
  code.match(code.length === SHORT_CODE_SIGNS ? /.{1,5}/g : /.{1,4}/g)?.join('-') ?? '';

/** `signs` signs of the bits at the beginning of a number in hexadecimal digits. */
export function signsOf(hexadecimal: string, signs: number): string {
  let value = BigInt(`0x${hexadecimal}`) >> BigInt(hexadecimal.length * 4 - signs * BITS);
  let written = '';
  for (let left = signs; left > 0; left -= 1) {
    written = (SIGNS[Number(value & 31n)] ?? '') + written;
    value >>= 5n;
  }
  return written;
}

/** The first bits of signs, in hexadecimal digits: the reverse of `signsOf` for a multiple of four signs. */
export function hexadecimalOf(signs: string): string {
  const value = [...signs].reduce((sum, sign) => sum * 32n + BigInt(SIGNS.indexOf(sign)), 0n);
  return value.toString(16).padStart((signs.length * BITS) / 4, '0');
}

export type ReadCode = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly message: string };

/** What was typed, as a code of either length: in whatever letters, with whatever between them. */
export function readLetterCode(typed: string): ReadCode {
  const signs = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ].map((sign) => READ_FOR[sign] ?? sign);
  if (signs.some((sign) => !SIGNS.includes(sign))) {
    return {
      ok: false,
      message: 'Un code n’a que des chiffres et des lettres sans accent. Relisez-le dans la lettre.',
    };
  }
  if (signs.length !== LETTER_CODE_SIGNS && signs.length !== SHORT_CODE_SIGNS) {
    const message =
      signs.length === 0
        ? 'Tapez le code écrit dans la lettre.'
        : `Un code a ${SHORT_CODE_SIGNS} ou ${LETTER_CODE_SIGNS} signes, vous en avez tapé ${signs.length}. Relisez-le dans la lettre.`;
    return { ok: false, message };
  }
  return { ok: true, code: signs.join('') };
}
