/**
 * Postal addresses that somebody wrote into a text: « 12 rue des Lilas, 33920 Saint-Savin ». For being shown to whoever publishes;
 * nothing is refused or taken out by it.
 */
import { withoutAccents } from './french.ts';

/** What ways and quarters are called, without accents. */
const WAYS = [
  ...[
    'rue',
    'avenue',
    'av',
    'boulevard',
    'bd',
    'chemin',
    'che',
    'allees?',
    'impasse',
    'place',
    'route',
    'quai',
    'cours',
    'square',
  ],
  ...[
    'sentier',
    'sente',
    'passage',
    'voie',
    'faubourg',
    'hameau',
    'rond-point',
    'esplanade',
    'montee',
    'cote',
    'venelle',
    'clos',
  ],
  ...['lotissement', 'residence', 'domaine', 'lieu[- ]dit', 'ruelle', 'mail', 'promenade', 'traverse', 'cite'],
].join('|');
/** Words that say something else as well (« 3 cours de danse »): an address has a name with a capital after them, or a town. */
const AMBIGUOUS =
  /^[\d\s]+\S*,? ?(?:cours|place|passage|voie|mail|promenade|traverse|cote|clos|route|domaine|cite|residence|montee)(?![a-z])/i;
/** What stands before the name. */
const FIRST = /^[\d\s]+\S*\s\p{L}+/u;
const SPACE = '[ \\t\\u00a0\\u202f]';
/** "12", "12 bis", "12-14": of a way, before its name; a year, a price or an hour has none after it. */
const NUMBER = `(?<![\\d,.])\\d{1,4}${SPACE}?(?:bis|ter|quater|[a-d](?![a-z]))?(?:${SPACE}?[-/]${SPACE}?\\d{1,4})?,?${SPACE}`;
/** To the end of what is said of it: a comma is followed by more of the address only before a postal code. */
const NAME = "[a-z0-9'’\\-. \\u00a0]{2,60}?";
const TOWN = `(?:${SPACE}?[,–-]?${SPACE}?\\d{5}${SPACE}[a-z][a-z'’\\- \\u00a0]{1,40})`;
const ADDRESS = new RegExp(
  `${NUMBER}(?:${WAYS})\\.?${SPACE}${NAME}(?:${TOWN}|(?=[,;:.!?()\\n]|$))|(?<![a-z])(?:${WAYS})${SPACE}${NAME}${TOWN}`,
  'gi',
);

const LONGEST_PIECE = 5000;

/** The addresses of a text, as they are written there, each once. */
export function postalAddresses(text: string): string[] {
  // The same length as the text, so that what is found is cut out of what was written.
  const flat = [...text.slice(0, LONGEST_PIECE)].map((letter) => withoutAccents(letter).charAt(0) || letter).join('');
  const letters = [...text.slice(0, LONGEST_PIECE)];
  const found = [...flat.matchAll(ADDRESS)].map(({ 0: match, index }) =>
    letters
      .slice(index, index + match.length)
      .join('')
      .replace(/\s+/g, ' ')
      .replace(/[\s,.–-]+$/, '')
      .trim(),
  );
  return [...new Set(found)].filter(
    (one) => !AMBIGUOUS.test(withoutAccents(one)) || /\p{Lu}|\d{5}/u.test(one.replace(FIRST, '')),
  );
}
