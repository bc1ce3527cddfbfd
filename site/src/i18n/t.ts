/** The site's own words. Everything an editor writes comes from the CMS; everything else that a reader sees is in `fr.json`. */
import fr from './fr.json' with { type: 'json' };
import { Words } from './schema.ts';

const words: Words = Words.parse(fr);

type Params = Readonly<Record<string, string | number>>;
/** `{ one, other }`: the forms that a count chooses between. */
type Counted = { readonly one: string; readonly other: string };

/** Paths of `T` that end on a `Leaf`: `'nav.agenda'`. */
type PathTo<T, Leaf> = {
  [K in keyof T & string]: T[K] extends Leaf ? K : T[K] extends object ? `${K}.${PathTo<T[K], Leaf>}` : never;
}[keyof T & string];

export type WordKey = PathTo<Words, string>;
export type CountedKey = PathTo<Words, Counted>;

type Node = string | Counted | { readonly [key: string]: Node };

const flat = new Map<string, string | Counted>();
flatten('', words);

function flatten(path: string, node: Node): void {
  if (typeof node === 'string' || isCounted(node)) return void flat.set(path, node);
  for (const [key, child] of Object.entries(node)) flatten(path === '' ? key : `${path}.${key}`, child);
}

function isCounted(node: Node): node is Counted {
  return typeof node === 'object' && 'one' in node && 'other' in node;
}

/**
 * A sentence of the site, with its `{blanks}` filled.
 * @throws {Error} when a blank has no value: better no page than a page that says "{name}"
 */
export function t(key: WordKey, params?: Params): string {
  return fill(flat.get(key) as string, params, key);
}

const rules = new Intl.PluralRules('fr');

/** The form of a sentence that fits a count; `{count}` is filled with it, grouped as French numbers are. */
export function tn(key: CountedKey, count: number, params?: Params): string {
  const forms = flat.get(key) as Counted;
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: count.toLocaleString('fr-FR'), ...params }, key);
}

function fill(sentence: string, params: Params | undefined, key: string): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params?.[name];
    if (value === undefined) throw new Error(`fr.json, ${key}: {${name}} has no value`);
    return String(value);
  });
}
