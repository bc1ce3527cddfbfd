import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { parsed, refused, type Parsed } from './parsed.ts';
import { e164OfNational, formatFrench, isSharedOverseas, isShortNumber } from './phone-plan.ts';

const HOW_TO_MEND =
  'Écrivez un seul numéro, comme 05 36 49 00 00, 3919 ou, depuis l’étranger et le Pacifique, +34 910 123 456.';

/** Digits after the 0 of a French number. */
const FRENCH_LENGTH = 9;
/** Overseas calling codes that also begin mainland numbers once their 0 or their + was left out. */
const READ_TWICE = ['508', '681', '687'];
/** Written like this, in four digits and then by pairs, a number of the Pacific and a mobile of the mainland look alike. */
const AS_OVERSEAS = /^0(681|687)[\s.\-\u00a0\u202f]+\d\d[\s.\-\u00a0\u202f]*\d\d[\s.\-\u00a0\u202f]*\d\d$/;

/** What says no more than that a number follows, and an O that is typed for a zero. */
const SAYS_NOTHING =
  /t[ée]l[ée]phone|t[ée]l\b|portable|port\b|mobile|mob\b|fixe|num[ée]ro|n°|(?<=^|[\d\s.\-/])o(?=[\d\s.\-/])/giu;
/** An O among figures, alone or by two: "O5", "49 OO 12". */
const O_FOR_ZERO = /(?<![\p{L}\p{M}])o(?=\d)|(?<=\d)o(?![\p{L}\p{M}])|(?<=\d[\s.-]?)oo(?![\p{L}\p{M}])/giu;
/** One French number of ten figures, and no more figures at its ends. */
const FRENCH_NUMBER = /(?<![\d+])(?:\+33[\s.]?(?:\(0\))?|0033[\s.]?|0)[\s.]?[1-9](?:[\s.\-\u00a0\u202f]*\d){8}(?!\d)/gu;
/** The same with a figure in it: « poste 14 ». More figures than that are a number of their own. */
const BESIDE_WITH_FIGURES = /\p{L}[^()|]*[\p{L}\p{M}\d]/u;
const MOST_FIGURES_BESIDE = 5;

/** Words beside a number, with what people put around them: « (le soir) », « Marie ». */
const BESIDE = /[\p{L}\p{M}][\p{L}\p{M}\s.'’-]*[\p{L}\p{M}]|\p{L}/u;

/** The letter O where figures are: it was typed for a zero. Every letter keeps its place. */
export const zerosForO = (text: string): string => text.replace(O_FOR_ZERO, (found) => '0'.repeat(found.length));

/** The one French number of a text, and the words with figures beside it: « poste 14 ». Null when it holds no such thing. */
function numberAmongFigures(text: string): { readonly number: string; readonly beside: string } | null {
  const [found, second] = [...text.matchAll(FRENCH_NUMBER)];
  if (!found || second) return null;
  const left = text.replace(found[0], '|').replace(SAYS_NOTHING, ' ');
  const figures = left.replace(/\D/g, '').length;
  const beside = BESIDE_WITH_FIGURES.exec(left)?.[0];
  return beside === undefined || figures === 0 || figures > MOST_FIGURES_BESIDE ? null : { number: found[0], beside };
}

/**
 * Reads a phone number as people write it in France: dots, dashes, 0033, "+33 (0)5…", overseas numbers in their national form
 * (0590…, 0692…), special and short numbers. What could be two numbers is refused with both ways to write it; words beside a
 * number are refused too, since only the number would be kept.
 * @returns the number in E.164 (`+33536490000`), or a short number as it is dialled (`3919`): the only forms that are stored
 */
export function parsePhone(input: string): Parsed<string> {
  const read = phoneWithin(input);
  const text = zerosForO(input);
  const beside = read.ok
    ? (numberAmongFigures(text)?.beside ?? BESIDE.exec(text.replace(SAYS_NOTHING, ' '))?.[0])
    : undefined;
  if (!read.ok || beside === undefined) return read;
  return refused(
    `«\u00a0${beside}\u00a0» ne serait pas gardé\u00a0: ce champ ne prend que le numéro. Laissez ${formatPhone(read.value)} ici, et écrivez le reste ailleurs.`,
  );
}

/** Reads the one number that a text holds, whatever stands beside it: « Marie 06 39 98 00 11, le soir ». As `parsePhone` otherwise. */
export function phoneWithin(input: string): Parsed<string> {
  const text = zerosForO(input.trim());
  const alone = numberAmongFigures(text);
  return alone === null ? readNumber(text) : readNumber(alone.number);
}

function readNumber(text: string): Parsed<string> {
  const digits = text.replace(/[\s.\-\u00a0\u202f]/g, '');
  if (isShortNumber(digits)) return parsed(digits);
  const lacking = lackingDigits(text, digits);
  if (lacking > 0) return refused(tooShort(text, lacking));
  const number = parsePhoneNumberFromString(text, 'FR');
  if (!number) return refused(`« ${text} » ne se lit pas comme un numéro de téléphone. ${HOW_TO_MEND}`);
  if (number.ext) return refused(`« ${text} » porte un poste interne ou un second numéro. ${HOW_TO_MEND}`);
  // Possible, not valid: the ranges that ARCEP keeps for fiction are not attributed, and a range attributed tomorrow must not wait for a new release.
  const national = String(number.nationalNumber);
  const isFrench = number.countryCallingCode === '33';
  // Nine digits that begin with 0 are ten of which one is missing.
  const isWhole = national.length === FRENCH_LENGTH && !national.startsWith('0');
  if (isFrench ? !isWhole : !number.isPossible()) {
    return refused(`« ${text} » n’a pas le bon nombre de chiffres : dix en France. ${HOW_TO_MEND}`);
  }
  if (!isFrench) return parsed(number.number);
  return doubtOf(text, digits, number) ?? parsed(e164OfNational(national));
}

const tooShort = (text: string, lacking: number): string =>
  `« ${text} » est trop court : il manque ${lacking} chiffre${lacking > 1 ? 's' : ''}, un numéro français en a dix.`;

/** How many digits a French number written with its 0, or with +33, lacks; 0 for any other text. */
function lackingDigits(text: string, digits: string): number {
  if (!/^[\d\s.\-()+\u00a0\u202f]+$/.test(text)) return 0;
  const national = /^(?:\+|00)33\(?0?\)?(\d+)$/.exec(digits)?.[1] ?? /^0([1-9]\d*)$/.exec(digits)?.[1];
  return national === undefined ? 0 : Math.max(0, FRENCH_LENGTH - national.length);
}

/** Why a French reading may be the wrong one; null when there is only one. */
function doubtOf(text: string, digits: string, { nationalNumber }: PhoneNumber): Parsed<string> | null {
  const national = String(nationalNumber);
  if (isSharedOverseas(national)) {
    return refused(
      `« ${text} » : les numéros en 0976 sont partagés entre plusieurs territoires d’outre-mer. Écrivez-le avec son indicatif, comme +262 976 …`,
    );
  }
  const code =
    AS_OVERSEAS.exec(text)?.[1] ??
    (digits === national ? READ_TWICE.find((one) => national.startsWith(one)) : undefined);
  if (code === undefined) return null;
  const pairs = (number: string) => number.replace(/(\d\d)(?=\d)/g, '$1 ');
  return refused(
    `« ${text} » peut se lire de deux façons. Écrivez ${pairs(`0${national}`)} pour la métropole, ou +${code} ${pairs(national.slice(code.length))} pour l’outre-mer.`,
  );
}

/**
 * A stored number as it is read in France: pairs of digits for one of the mainland (`05 36 49 00 00`, with non-breaking spaces), four
 * digits and pairs for one of the overseas departments (`0590 12 34 56`), a short number as it is dialled, the international
 * form for the others.
 */
export function formatPhone(stored: string): string {
  const french = formatFrench(stored);
  if (french !== null) return french;
  const number = parsePhoneNumberFromString(stored);
  return number ? number.formatInternational().replaceAll(' ', '\u00a0') : stored;
}
