/** Values of foreign JSON as texts and lists: what is of another kind than it should be says nothing, and never breaks a file. */
import { convert } from 'html-to-text';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objectsIn = (value: unknown): readonly Json[] => listOf(value).filter(isObject);

/** What stands at a path of names: `at(event, 'location', 'name')`. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (!isObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

/** A plain text or number as text; a text in several languages in French: `{fr}`, `{libelleFr}`, `{"@fr"}`, else the only one. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (!isObject(value)) return '';
  for (const key of ['fr', 'libelleFr', '@fr', 'fr-FR', 'fr_FR']) {
    const french = value[key];
    if (typeof french === 'string') return french;
  }
  const texts = Object.values(value).filter((one): one is string => typeof one === 'string');
  return texts.length === 1 ? (texts[0] ?? '') : '';
}

/** The first of several that says something. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(textOf).find((text) => text.trim() !== '') ?? '';

/** Words of a list, of a list in French, or of a line with commas. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => firstText(one, at(one, 'label'), at(one, 'libelleFr')) || []);
  if (isObject(value)) return wordsOf(value['fr'] ?? []);
  return textOf(value)
    .split(/[;,|]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

const MARKUP = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/i;

/** A text without markup: sources send HTML where they say they send text. Paragraphs stay apart. */
export function plainText(text: string): string {
  if (!MARKUP.test(text)) return text;
  return convert(text, {
    wordwrap: false,
    limits: { maxInputLength: 200_000, maxDepth: 60, maxChildNodes: 10_000 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'block' },
    ],
  });
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
export const isPage = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim());
/** Numbers, addresses and pages of one list of ways to be reached, told apart. */
export function sortWays(ways: readonly string[]): { readonly links: string[]; readonly contacts: string[] } {
  const texts = ways.map((way) => way.trim().replace(/^(?:mailto|tel):/i, '')).filter(Boolean);
  return { links: texts.filter(isPage), contacts: texts.filter((text) => !isPage(text) && /@|\d{2}/.test(text)) };
}
