/**
 * What a file of words may hold: parts that hold words. A word is a sentence, or its forms when a count chooses between them
 * (`Intl.PluralRules`). `{name}` in a sentence is a blank that `t()` fills. The type is that of the French file, so that a page that
 * names a word that is not there fails the type check.
 */
import type fr from './fr.json';
import { locales, type Language } from './language.ts';

export type Words = typeof fr;

/** The forms that a count chooses between; a language has those that its grammar tells apart. */
export interface Counted {
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Every word by its path: `nav.agenda`. */
export type FlatWords = ReadonlyMap<string, string | Counted>;

/** Besides the forms that a grammar has, French and its neighbours know « many » for millions, which no page counts. */
const OF_MILLIONS = 'many';

/** The forms that a counted word has in a language, exactly. */
export function formsOf(language: Language): (keyof Counted)[] {
  const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
  return language === 'ar' ? forms : forms.filter((form) => form !== OF_MILLIONS);
}

/** The form that a count takes. @param language whose rules hold */
export function formFor(counted: Counted, count: number, language: Language): string {
  return counted[rulesOf(language).select(count)] ?? counted.other;
}

const rules = new Map<Language, Intl.PluralRules>();
function rulesOf(language: Language): Intl.PluralRules {
  let known = rules.get(language);
  if (known === undefined) rules.set(language, (known = new Intl.PluralRules(locales[language])));
  return known;
}

/**
 * Reads the words of the site from a parsed file.
 * @throws {Error} naming the path of a word that is empty, that lacks one of its forms, or that is no text
 */
export function readWords(file: unknown, language: Language = 'fr'): FlatWords {
  const forms = formsOf(language);
  const name = `${language}.json`;
  const words = new Map<string, string | Counted>();
  read(file, []);
  return words;

  function read(node: unknown, path: readonly string[]): void {
    if (typeof node === 'string') return void words.set(path.join('.'), filled(node, path));
    if (typeof node !== 'object' || node === null || Array.isArray(node))
      throw new Error(`${name}, ${path.join('.')}: a word is a text, not ${JSON.stringify(node)}`);
    if (!('one' in node || 'other' in node)) {
      const parts = Object.entries(node);
      if (parts.length === 0) throw new Error(`${name}, ${path.join('.')}: this part holds no word`);
      for (const [key, child] of parts) read(child, [...path, key]);
      return;
    }
    const found = node as Record<string, unknown>;
    const isWhole =
      forms.every((form) => typeof found[form] === 'string') && Object.keys(found).length === forms.length;
    if (!isWhole)
      throw new Error(
        `${name}, ${path.join('.')}: a counted word has exactly the forms ${forms.map((form) => `"${form}"`).join(', ')}`,
      );
    const counted = Object.fromEntries(forms.map((form) => [form, filled(found[form] as string, [...path, form])]));
    words.set(path.join('.'), counted as unknown as Counted);
  }

  function filled(text: string, path: readonly string[]): string {
    if (text.trim() === '') throw new Error(`${name}, ${path.join('.')}: this word is empty`);
    return text;
  }
}
