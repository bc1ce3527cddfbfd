/**
 * What `fr.json` may hold: parts that hold words. A word is a sentence, or `{ one, other }` when a count chooses between two.
 * `{name}` in a sentence is a blank that `t()` fills. The type is that of the file itself, so that a page that names a word
 * that is not there fails the type check.
 */
import type fr from './fr.json';

export type Words = typeof fr;

/** The forms that a count chooses between: `one` for zero and one, `other` for more. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** Every word by its path: `nav.agenda`. */
export type FlatWords = ReadonlyMap<string, string | Counted>;

/**
 * Reads the words of the site from the parsed file.
 * @throws {Error} naming the path of a word that is empty, that lacks one of its two forms, or that is no text
 */
export function readWords(file: unknown): FlatWords {
  const words = new Map<string, string | Counted>();
  read(file, []);
  return words;

  function read(node: unknown, path: readonly string[]): void {
    if (typeof node === 'string') return void words.set(path.join('.'), filled(node, path));
    if (typeof node !== 'object' || node === null || Array.isArray(node))
      throw new Error(`fr.json, ${path.join('.')}: a word is a text, not ${JSON.stringify(node)}`);
    if (!('one' in node || 'other' in node)) {
      const parts = Object.entries(node);
      if (parts.length === 0) throw new Error(`fr.json, ${path.join('.')}: this part holds no word`);
      for (const [key, child] of parts) read(child, [...path, key]);
      return;
    }
    const { one, other, ...rest } = node as Record<string, unknown>;
    if (typeof one !== 'string' || typeof other !== 'string' || Object.keys(rest).length > 0)
      throw new Error(`fr.json, ${path.join('.')}: a counted word has exactly the forms "one" and "other"`);
    words.set(path.join('.'), { one: filled(one, [...path, 'one']), other: filled(other, [...path, 'other']) });
  }
}

function filled(text: string, path: readonly string[]): string {
  if (text.trim() === '') throw new Error(`fr.json, ${path.join('.')}: this word is empty`);
  return text;
}
