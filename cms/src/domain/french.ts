/** How French text is sorted and set. */
import { onceMade } from './once-made.ts';
import { APOSTROPHES } from './pasted-text.ts';

export { typography } from './typography.ts';

// Made when they are first needed: they take 40 ms of a telephone, and few of the pages that set a sentence sort anything.
const collator = onceMade(
  () => new Intl.Collator('fr', { sensitivity: 'base', numeric: true, ignorePunctuation: true }),
);
const tieBreaker = onceMade(() => new Intl.Collator('fr', { numeric: true }));

const LEADING_ARTICLE = new RegExp(`^(?:(?:le|la|les|un|une|des|au|aux)\\s+|[ld]\\s?[${APOSTROPHES}\u0092]\\s?)`, 'iu');

/** The name without the article that it is not filed under: "L’Amicale" stands at A, "Les Amis" too. A name that is only an article stays. */
export function sortKey(name: string): string {
  const bare = name.trim().replace(/^[^\p{L}\p{N}]+/u, '');
  const stripped = bare.replace(LEADING_ARTICLE, '').trim();
  return stripped === '' ? bare : stripped;
}

/** Alphabetical order of a French index: accents and case do not count, Œ files as OE, numbers by value. */
export function compareFrench(a: string, b: string): number {
  return collator().compare(sortKey(a), sortKey(b)) || tieBreaker().compare(a, b);
}

/** Sorts by a name, computing each key once: a plain sort would strip articles n·log n times. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, name: nameOf(item), key: sortKey(nameOf(item)) }))
    .sort((a, b) => collator().compare(a.key, b.key) || tieBreaker().compare(a.name, b.name))
    .map(({ item }) => item);
}

/** The letter of an index under which a name stands: A to Z, or `#` for digits and other scripts. */
export function indexLetter(name: string): string {
  const first = withoutAccents(sortKey(name)).charAt(0).toUpperCase();
  return /^[A-Z]$/.test(first) ? first : '#';
}

/** Letters without their accents, ligatures opened: "Œuvre d’été" → "OEuvre d’ete". */
export function withoutAccents(text: string): string {
  return text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const NO_BREAK = '\u00a0';

const conjunction = onceMade(() => new Intl.ListFormat('fr', { type: 'conjunction' }));

/** "un, deux et trois" */
export function listInWords(items: readonly string[]): string {
  return conjunction().format(items);
}

/** `plural(3, 'association')` → "3 associations"; zero and one are singular in French. */
export function plural(count: number, singular: string, pluralForm = `${singular}s`): string {
  return `${count.toLocaleString('fr-FR')}${NO_BREAK}${Math.abs(count) < 2 ? singular : pluralForm}`;
}

/** "dans 12 secondes", "dans une minute", "dans 12 minutes", "dans une heure", "dans 20 heures": when something may be tried again, never sooner. */
export function waitInWords(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 50) return whole === 1 ? 'dans une seconde' : `dans ${whole} secondes`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return minutes <= 1 ? 'dans une minute' : `dans ${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? 'dans une heure' : `dans ${hours} heures`;
}
