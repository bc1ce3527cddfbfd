/**
 * The French numbering plan, as far as a directory needs it (Arcep, décision n° 2018-0881 du 24 juillet 2018 modifiée, annexe 1,
 * version du 1er septembre 2022; calling codes: recommandation UIT-T E.164). Light enough for a page: it needs no metadata of other
 * countries (`phone.ts` does).
 */

/** A territory whose numbers are dialled from mainland France like one of its own, and have a calling code of their own. */
interface Overseas {
  readonly code: string;
  /** What its numbers begin with, after the 0 of the national form. */
  readonly prefixes: readonly string[];
  /** The national form says the calling code again: 0508 41 12 34 is +508 41 12 34. */
  readonly repeatsCode?: true;
}

const OVERSEAS: readonly Overseas[] = [
  // Guadeloupe, Saint-Martin, Saint-Barthélemy
  { code: '590', prefixes: ['590', '690', '691', '7090', '9475'] },
  // Guyane
  { code: '594', prefixes: ['594', '694', '70930', '70931', '70932', '70933', '9476'] },
  // Martinique
  { code: '596', prefixes: ['596', '696', '697', '7091', '9477'] },
  // La Réunion, then Mayotte
  { code: '262', prefixes: ['262', '263', '692', '693', '7092', '9479'] },
  { code: '262', prefixes: ['269', '639', '70935', '70936', '70937', '9478'] },
  // Saint-Pierre-et-Miquelon
  { code: '508', prefixes: ['508'], repeatsCode: true },
];

/** Reserved for fiction (annexe 1, 2.5.12), though 0639 is Mayotte's. */
const FICTION = '63998';
/** 0976 is shared by all these territories, block by block: a number that begins so does not say which it is of. */
const SHARED_OVERSEAS = '976';

/** Digits of a French number after its 0 or its +33. */
const NATIONAL_LENGTH = 9;

/**
 * Short numbers, as they are dialled: there is no international form. Emergency numbers (décision n° 2002-1179 modifiée), 10YT,
 * 3BPQ, and the European 116XYZ and 118XYZ.
 */
const SHORT = /^(?:1[578]|11[2459]|19[167]|10\d\d|3\d{3}|11[68]\d{3})$/;

export const isShortNumber = (digits: string): boolean => SHORT.test(digits);

const overseasOf = (national: string): Overseas | undefined =>
  national.startsWith(FICTION)
    ? undefined
    : OVERSEAS.find(({ prefixes }) => prefixes.some((prefix) => national.startsWith(prefix)));

/** Does a national number not say of which territory it is? @param national nine digits, after the 0 */
export const isSharedOverseas = (national: string): boolean => national.startsWith(SHARED_OVERSEAS);

/** The number in E.164. @param national nine digits, after the 0: `590123456` is `+590590123456` */
export function e164OfNational(national: string): string {
  const overseas = overseasOf(national);
  if (!overseas) return `+33${national}`;
  return `+${overseas.code}${overseas.repeatsCode ? national.slice(overseas.code.length) : national}`;
}

const MAINLAND = /^\+33(\d{9})$/;

/** A number that was stored as one of mainland France though it is none (`+33590…`), as it is; any other text as it stands. */
export function mendedPhone(e164: string): string {
  const national = MAINLAND.exec(e164.trim())?.[1];
  return national === undefined ? e164 : e164OfNational(national);
}

/** The nine digits of the national form, after the 0; null for a number that has none. */
export function nationalOf(e164: string): string | null {
  const mended = mendedPhone(e164);
  const mainland = MAINLAND.exec(mended)?.[1];
  if (mainland !== undefined) return mainland;
  for (const { code, repeatsCode } of OVERSEAS) {
    if (!mended.startsWith(`+${code}`)) continue;
    const rest = mended.slice(code.length + 1);
    const national = repeatsCode ? `${code}${rest}` : rest;
    if (national.length === NATIONAL_LENGTH && e164OfNational(national) === mended) return national;
  }
  return null;
}

/** How the number was stored by versions that took every national form for mainland France; null for one that they stored as it is. */
export function asOnceStored(e164: string): string | null {
  const national = nationalOf(e164);
  const once = national === null ? null : `+33${national}`;
  return once === e164 ? null : once;
}

/** "05 36 49 00 00", "0590 12 34 56", "3919", "118 712", with no-break spaces; null for a number that France has no form of. */
export function formatFrench(stored: string): string | null {
  if (isShortNumber(stored)) return stored.length === 6 ? grouped(stored, [3, 3]) : stored;
  const national = nationalOf(stored);
  if (national === null) return null;
  if (national.startsWith('8')) return grouped(`0${national}`, [1, 3, 2, 2, 2]);
  return grouped(`0${national}`, mendedPhone(stored).startsWith('+33') ? [2, 2, 2, 2, 2] : [4, 2, 2, 2]);
}

function grouped(digits: string, lengths: readonly number[]): string {
  let from = 0;
  return lengths.map((length) => digits.slice(from, (from += length))).join('\u00a0');
}
