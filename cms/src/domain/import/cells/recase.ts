/**
 * Names in capitals as people write them. Accents stay as the file has them (« COLLèGE »), none is invented; what is known to be
 * written otherwise, communes above all, is given by the caller.
 */
import { plainWords } from './words.ts';

/** Small words inside a name. */
const SMALL = new Set(
  'a à au aux avec chez contre d dans de des du en entre et l la le les leur leurs lès ou où par pour qu sa sans ses son sous sur un une vers'.split(
    ' ',
  ),
);

/** Letters that are said one by one, or that everybody writes in capitals. */
const ACRONYMS = new Set(
  (
    'AAPPMA ACCA ACPG ACPG-CATM ADAPEI ADMR AFM AFN AGV AMAP AMF ANACR APE APEEP APEL APPMA ARAC ASBL ASC ASCC ASL ASLC ASPTT ASSAD ATSCAF ATD BCD BMX CAC CAT CATM ' +
    'CCAS CE CFA CIDFF CIQ CLAE CLSH CMR CNL COS CPIE CPTS CSE CUMA CVL DDEN DFCI EHPAD EMS ESAT FC FCPE FJT FNACA FNATH FSE FSGT GDON GEIQ GR GRS HLM IFAC IME IRFA JSP ' +
    'LPO MAM MFR MJC MRJC OCCE OGEC OMS OMC ONG OPAH PEEP PEP PPMS QPV RASED RC RCS RPI RPA RPE SC SEL SHR SIVU SLPC SNSM SO SPA TC TT UDAF UFAC UFCV UFOLEP UGSEL ULM UNAPEI ' +
    'UNC UNRPA UNSS URSSAF USB USC USEP USM VTT'
  ).split(' '),
);

/** Short words that are words. */
const WORDS = new Set(
  'AMI AIR ANE ART BAL BAR BEC BIO BLE BOL BON CAP CLE CŒUR CRI EAU ECO ETE FEU FIL FOU GYM ILE JEU JUDO LAC LIEN MER MUR NID OSE PAS PRE RIRE ROC RUE SEL SKI SON TIR VAL VIE VIN VOL YOGA'.split(
    ' ',
  ),
);

const ROMAN = /^(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})$/;
const VOWEL = /[AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ]/i;

const isUpper = (text: string): boolean => /\p{Lu}/u.test(text);
const isAccented = (char: string): boolean => char.normalize('NFD').length > 1;

/** Is it written in capitals? Accented letters that stayed small do not count: « COLLèGE ». */
export function isInCapitals(text: string): boolean {
  const letters = [...text].filter((char) => /\p{L}/u.test(char));
  const plain = letters.filter((char) => !isAccented(char) && !'œæ'.includes(char));
  return plain.length >= 2 && plain.every(isUpper);
}

const lower = (text: string): string => text.toLocaleLowerCase('fr');
const capitalised = (text: string): string => {
  const [first = '', ...rest] = [...text];
  return first.toLocaleUpperCase('fr') + lower(rest.join(''));
};

/** Said letter by letter? Known, or without a vowel: nobody can say « SLPC » as a word. */
function isAcronym(word: string): boolean {
  if (ACRONYMS.has(word)) return true;
  if (word.length < 2 || word.length > 6 || WORDS.has(word)) return false;
  return !VOWEL.test(word) && /^\p{Lu}+$/u.test(word) && !['ST', 'STS', 'DR', 'MR', 'MM'].includes(word);
}

function recaseWord(
  word: string,
  { isFirst, isElided }: { readonly isFirst: boolean; readonly isElided: boolean },
): string {
  const small = lower(word);
  if (isElided) return isFirst ? capitalised(word) : small;
  if (isAcronym(word)) return word;
  if (ROMAN.test(word) && word.length > 1) return word;
  if (!isFirst && SMALL.has(small)) return small;
  return capitalised(word);
}

/** Letters and digits, or the dotted letters of « A.S.C. ». */
const WORD = /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|[\p{L}\p{M}\p{N}]+/gu;
const ELISIONS = new Set([
  'l',
  'd',
  'j',
  'n',
  's',
  'c',
  'm',
  't',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'aujourd',
  'presqu',
]);

/** Known names as patterns, the longest first: compiled once for a list. */
const patterns = new WeakMap<readonly string[], readonly (readonly [pattern: RegExp, name: string])[]>();

function patternsOf(properNames: readonly string[]): readonly (readonly [RegExp, string])[] {
  const known = patterns.get(properNames);
  if (known) return known;
  const made = properNames
    .toSorted((a, b) => b.length - a.length)
    .flatMap((name): (readonly [RegExp, string])[] => {
      const words = plainWords(name).split(' ').filter(Boolean);
      if (words.length === 0) return [];
      const pattern = words
        .map((word) => {
          const letters = word.replace(/[aceinouy]/g, (letter) => `[${LETTERS[letter] ?? letter}]`);
          return /^sainte?$/.test(word) ? `(?:${letters}|${word === 'saint' ? 'st' : 'ste'}\\.?)` : letters;
        })
        .join("[\\s'’\\-]+");
      return [[new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), name]];
    });
  patterns.set(properNames, made);
  return made;
}

/** « SAINT SAVIN » → « Saint-Savin » */
const withProperNames = (text: string, properNames: readonly string[]): string =>
  patternsOf(properNames).reduce((result, [pattern, name]) => result.replace(pattern, () => name), text);

const LETTERS: Readonly<Record<string, string>> = {
  a: 'aàâä',
  c: 'cç',
  e: 'eéèêë',
  i: 'iîï',
  n: 'nñ',
  o: 'oôö',
  u: 'uùûü',
  y: 'yÿ',
};

/**
 * A name in capitals as people write it; one that is not in capitals stays as it is.
 * @param properNames names that are written in one way, such as those of the territory's communes
 */
export function recase(text: string, properNames: readonly string[] = []): string {
  const tidy = text.replace(/\s+/g, ' ').trim();
  if (!isInCapitals(tidy)) return tidy;
  // One short word is more likely said letter by letter: « AFAC ».
  if (/^\p{Lu}{2,4}$/u.test(tidy) && !WORDS.has(tidy)) return tidy;
  let isFirst = true;
  const recased = tidy.replace(WORD, (word, at: number) => {
    const after = tidy.slice(at + word.length);
    const before = tidy.slice(0, at);
    const isElided = ELISIONS.has(lower(word)) && /^['’]\p{L}/u.test(after);
    // A name begins anew after a quotation mark, a bracket, a colon or a dash that stands alone.
    const begins = isFirst || /["«“(:]\s*$|\s[-–]\s$/.test(before);
    isFirst = false;
    if (word.includes('.')) return word;
    // One short word in brackets is a sigle.
    if (/[([]\s*$/.test(before) && /^\s*[)\]]/.test(after) && /^\p{Lu}{2,8}$/u.test(word)) return word;
    // The n of « 2e », « 4L », « 33 ».
    if (/\p{N}/u.test(word)) return /^\d+(?:E|ER|EME|ÈME|ème|NDE?)$/u.test(word) ? lower(word) : word;
    return recaseWord(word, { isFirst: begins, isElided });
  });
  return withProperNames(recased, properNames);
}

export interface SplitTitle {
  readonly title: string;
  /** '' when the title has none. */
  readonly acronym: string;
}

const SIGLE = /^(.{4,}?)\s*[([]\s*((?:\p{Lu}[.\s]?){2,12}|\p{Lu}[\p{Lu}\p{N}.&'’-]{1,14})\s*[)\]]\s*\.?$/u;

/**
 * The sigle that stands in brackets at the end of a title, apart: « UNITE FRANCAISE D'INTERVENTION (UFI) ».
 * @param isPlace tells a commune, which stands in brackets too
 */
export function splitSigle(title: string, isPlace: (text: string) => boolean = () => false): SplitTitle {
  const [, name = '', sigle = ''] = SIGLE.exec(title.trim()) ?? [];
  if (name === '' || isPlace(sigle)) return { title: title.trim(), acronym: '' };
  const letters = sigle.replace(/\s+/g, '');
  // A word of the name again, or a department, is no sigle.
  if (plainWords(name).split(' ').includes(plainWords(letters))) return { title: title.trim(), acronym: '' };
  return { title: name.replace(/[\s,;–-]+$/u, ''), acronym: letters };
}
