/** Text as it is compared: accents, case, punctuation and the way in which a number is written do not count. */
import { withoutAccents } from '../french.ts';
import { nationalOf } from '../phone-plan.ts';

/** The dots of « A.S.C. » are no ends of words. */
const INITIALS = /(?:\p{L}\.){2,}/gu;

/** The words of a text, folded: « L’Amicale A.S.C. » → l, amicale, asc. */
export function wordsOf(text: string): string[] {
  const joined = text.replace(INITIALS, (initials) => initials.replaceAll('.', ''));
  return withoutAccents(joined)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** An address, folded. */
export const foldAddress = (text: string): string => withoutAccents(text.trim()).toLowerCase();

/** 00, a calling code and the first digits of a number. */
const LEAST_ABROAD = 8;

const onlyDigits = (text: string): string => text.replace(/\D/g, '');

/**
 * The digits by which a number is looked for: those of the national form for a telephone number (`+33536490000`, `05.36.49.00.00`
 * → `0536490000`), all of them for any other (RNA, SIRET).
 */
export function digitsOf(text: string): string {
  const trimmed = text.trim().replace(/\(0\)/g, '');
  const digits = onlyDigits(trimmed);
  // « 0012 » alone is the end of a number.
  const isInternational = trimmed.startsWith('+') || (digits.startsWith('00') && digits.length >= LEAST_ABROAD);
  const international = isInternational ? `+${digits.replace(/^00/, '')}` : null;
  if (international === null) return digits;
  const national = nationalOf(international);
  if (national !== null) return `0${national}`;
  // Typed as far as it goes: « +33 5 36 » is the beginning of 05 36.
  return international.startsWith('+33') ? `0${international.slice(3)}` : international.slice(1);
}

/** Telephone numbers that stand in a running text, as their digits. */
export const numbersIn = (text: string): string[] =>
  [...text.matchAll(/(?:\+|\b00|\b0)[\d\s.\-()\u00a0\u202f]{7,}\d/g)].map(([number]) => digitsOf(number));
