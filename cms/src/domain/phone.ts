import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { parsed, refused, type Parsed } from './parsed.ts';

const HOW_TO_MEND = 'Écrivez un seul numéro, comme 05 36 49 00 00 ou, depuis l’étranger, +34 910 123 456.';

/**
 * Reads a phone number as people write it: dots, dashes, 0033, "+33 (0)5…".
 * @returns the number in E.164 (`+33536490000`), the only form that is stored.
 */
export function parsePhone(input: string): Parsed<string> {
  const number = parsePhoneNumberFromString(input.trim(), 'FR');
  if (!number) return refused(`« ${input.trim()} » ne se lit pas comme un numéro de téléphone. ${HOW_TO_MEND}`);
  if (number.ext) return refused(`« ${input.trim()} » porte un poste interne ou un second numéro. ${HOW_TO_MEND}`);
  // Possible, not valid: the ranges that ARCEP keeps for fiction are not attributed, and a range attributed tomorrow must not wait for a new release.
  const rightLength =
    number.country === 'FR' || number.countryCallingCode === '33'
      ? number.nationalNumber.length === 9
      : number.isPossible();
  if (!rightLength) {
    return refused(`« ${input.trim()} » n’a pas le bon nombre de chiffres : dix en France. ${HOW_TO_MEND}`);
  }
  return parsed(number.number);
}

/**
 * A stored number as it is read in France: pairs of digits for a French one (`05 36 49 00 00`, with non-breaking spaces),
 * the international form for the others.
 */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  const text = number.countryCallingCode === '33' ? number.formatNational() : number.formatInternational();
  return text.replaceAll(' ', '\u00a0');
}
