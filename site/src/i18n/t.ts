/** The site's own words. Everything an editor writes comes from the CMS; everything else that a reader sees is in `fr.json`, and in the files beside it for pages in other languages. */
import { fillFrench } from '@trame/cms/domain/french-prepositions';
import { typography } from '@trame/cms/domain/typography';
import { foreignWord } from './foreign-words.ts';
import fr from './fr.json' with { type: 'json' };
import { framed, framedSentence, written } from './frame.ts';
import { currentLanguage, locales, type ForeignLanguage } from './language.ts';
import { formFor, readWords, type Counted, type Words } from './words.ts';

/** Set as French is, once: no line of a page begins with a colon. */
const words = new Map([...readWords(fr)].map(([key, word]) => [key, set(word) as string | Counted] as const));

type Params = Readonly<Record<string, string | number>>;

/** Paths of `T` that end on a `Leaf`: `'nav.agenda'`. */
type PathTo<T, Leaf> = {
  [K in keyof T & string]: T[K] extends Leaf ? K : T[K] extends object ? `${K}.${PathTo<T[K], Leaf>}` : never;
}[keyof T & string];

export type WordKey = PathTo<Words, string>;
export type CountedKey = PathTo<Words, Counted>;

/**
 * A sentence of the site in the language of the page, with its `{blanks}` filled.
 * @throws {Error} when a blank has no value: better no page than a page that says "{name}"
 */
export function t(key: WordKey, params?: Params): string {
  const language = currentLanguage();
  const foreign = language === 'fr' ? undefined : (foreignWord(language, key) as string | undefined);
  if (language !== 'fr' && foreign !== undefined) return framed(fillForeign(foreign, params, key, language));
  return fill(wordOf<string>(key), params, key);
}

/** The form of a sentence that fits a count; `{count}` is filled with it, grouped as numbers are in the language of the page. */
export function tn(key: CountedKey, count: number, params?: Params): string {
  const language = currentLanguage();
  const foreign = language === 'fr' ? undefined : (foreignWord(language, key) as Counted | undefined);
  const values = { count: count.toLocaleString(locales[language]), ...params };
  if (language !== 'fr' && foreign !== undefined)
    return framed(fillForeign(formFor(foreign, count, language), values, key, language));
  return fill(formFor(wordOf<Counted>(key), count, 'fr'), values, key);
}

/** Sentences that a script of the page says: a part of the file, blanks unfilled, in the language of the page, set as French is. */
export function liveWords<Part extends object>(path: string, part: Part): Part {
  const language = currentLanguage();
  return (language === 'fr' ? set(part) : said(part, path, language)) as Part;
}

function set(node: unknown): unknown {
  if (typeof node === 'string') return typography(node);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, set(child)]));
}

function said(node: unknown, path: string, language: ForeignLanguage): unknown {
  const foreign = foreignWord(language, path);
  if (typeof foreign === 'string') return framedSentence(foreign);
  if (foreign !== undefined)
    return Object.fromEntries(Object.entries(foreign).map(([form, text]) => [form, framedSentence(text as string)]));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, said(child, `${path}.${key}`, language)]));
}

/** The type check knows the keys; a build on a server does not run it, and a word may have been taken out of the file. */
function wordOf<Word extends string | Counted>(key: string): Word {
  const word = words.get(key);
  if (word === undefined) throw new Error(`fr.json has no ${key}`);
  return word as Word;
}

function fill(sentence: string, params: Params | undefined, key: string): string {
  if (!sentence.includes('{')) return sentence;
  return fillFrench(sentence, (name) => valueOf(params, name, `fr.json, ${key}`));
}

/** Only French makes the words before a blank agree with it. */
function fillForeign(sentence: string, params: Params | undefined, key: string, language: ForeignLanguage): string {
  return sentence.replace(/\{(\w+)\}/g, (_blank, name: string) => {
    const value = String(valueOf(params, name, `${language}.json, ${key}`));
    return /\p{L}/u.test(value) ? written(value) : value;
  });
}

function valueOf(params: Params | undefined, name: string, where: string): string | number {
  const value = params?.[name];
  if (value === undefined) throw new Error(`${where}: {${name}} has no value`);
  return value;
}
