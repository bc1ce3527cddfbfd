import { parsed, refused, type Parsed } from './parsed.ts';

/** La Poste's establishments share one SIREN and do not follow the check digit: their digits only add up to a multiple of 5. */
const LA_POSTE = '356000000';

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
};

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** Reads a SIRET: fourteen digits whose check digit (ISO/IEC 7812, Luhn) is right; spaces do not matter. */
export function parseSiret(input: string): Parsed<string> {
  const digits = input.replace(/[\s.\-\u00a0\u202f]/g, '');
  if (!/^\d+$/.test(digits)) {
    return refused(`« ${input.trim()} » n’est pas un numéro SIRET : il ne contient que des chiffres (quatorze).`);
  }
  if (digits.length !== 14) {
    const siren = digits.length === 9 ? ' C’est un SIREN : ajoutez les cinq chiffres de l’établissement.' : '';
    return refused(`Un SIRET a quatorze chiffres ; « ${input.trim()} » en a ${digits.length}.${siren}`);
  }
  const right = digits.startsWith(LA_POSTE) ? digitSum(digits) % 5 === 0 || luhn(digits) : luhn(digits);
  if (!right || /^0+$/.test(digits)) {
    return refused(
      `Le SIRET « ${input.trim()} » contient une faute de frappe : son chiffre de contrôle n’est pas le bon.`,
    );
  }
  return parsed(digits);
}

/** `123 456 789 00012`, with non-breaking spaces. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
}
