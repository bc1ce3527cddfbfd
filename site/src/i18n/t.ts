/** The site's own words. Everything an editor writes comes from the CMS; everything else that a reader sees is in `fr.json`. */
import { fillFrench } from '@trame/cms/domain/french-prepositions';
import fr from './fr.json' with { type: 'json' };
import { readWords, type Counted, type Words } from './words.ts';

const words = readWords(fr);

type Params = Readonly<Record<string, string | number>>;

/** Paths of `T` that end on a `Leaf`: `'nav.agenda'`. */
type PathTo<T, Leaf> = {
  [K in keyof T & string]: T[K] extends Leaf ? K : T[K] extends object ? `${K}.${PathTo<T[K], Leaf>}` : never;
}[keyof T & string];

export type WordKey = PathTo<Words, string>;
export type CountedKey = PathTo<Words, Counted>;

/**
 * A sentence of the site, with its `{blanks}` filled.
 * @throws {Error} when a blank has no value: better no page than a page that says "{name}"
 */
export function t(key: WordKey, params?: Params): string {
  return fill(wordOf<string>(key), params, key);
}

const rules = new Intl.PluralRules('fr');

/** The form of a sentence that fits a count; `{count}` is filled with it, grouped as French numbers are. */
export function tn(key: CountedKey, count: number, params?: Params): string {
  const forms = wordOf<Counted>(key);
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: count.toLocaleString('fr-FR'), ...params }, key);
}

/** The type check knows the keys; a build on a server does not run it, and a word may have been taken out of the file. */
function wordOf<Word extends string | Counted>(key: string): Word {
  const word = words.get(key);
  if (word === undefined) throw new Error(`fr.json has no ${key}`);
  return word as Word;
}

function fill(sentence: string, params: Params | undefined, key: string): string {
  if (!sentence.includes('{')) return sentence;
  return fillFrench(sentence, (name) => {
    const value = params?.[name];
    if (value === undefined) throw new Error(`fr.json, ${key}: {${name}} has no value`);
    return value;
  });
}
